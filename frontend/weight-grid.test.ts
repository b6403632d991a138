import { type Claims, Stage, same } from './claims.js';
import { type Grid, type GridNumbers, WeightGrid } from './weight-grid.js';

const GRID: Grid = {
  layer: 'hid',
  biased: true,
  turned: false,
  caption: 'W[hid]',
  columns: ['x₁', 'x₂', 'b'],
  rows: ['n₁', 'n₂'],
  names: ['w₁₁', 'w₁₂', 'b₁', 'w₂₁', 'w₂₂', 'b₂'],
  frozenWeights: null,
  frozenBiases: null,
};
const NUMBERS: GridNumbers = {
  texts: ['1', '2', '3', '4', '5', '6'],
  briefs: [],
  gradients: ['0.1', '0.2', '0.3', null, null, null],
  updated: [null, null, null, null, null, null],
  errors: {},
};
const ALL = ['w.hid.1.1', 'w.hid.1.2', 'b.hid.1', 'w.hid.2.1', 'w.hid.2.2', 'b.hid.2'];

function staged(grid: Partial<Grid> = {}, numbers: Partial<GridNumbers> = {}): Promise<Stage<WeightGrid>> {
  return Stage.of(new WeightGrid(), { grid: { ...GRID, ...grid }, numbers: { ...NUMBERS, ...numbers } });
}

function focused(): string | undefined {
  return (document.activeElement as HTMLElement).dataset['q'];
}

/** What the keys lead to, from the first cell on. */
async function way(stage: Stage<WeightGrid>, ...keys: string[]): Promise<(string | undefined)[]> {
  stage.input(ALL[0]!).focus();
  const places: (string | undefined)[] = [];
  for (const key of keys) {
    await window.press(key);
    places.push(focused());
  }
  return places;
}

/** The cells of the selected block. */
function block(stage: Stage<WeightGrid>): (string | undefined)[] {
  return [...stage.component.querySelectorAll<HTMLElement>('td.block')].map((cell) => cell.dataset['ref']);
}

function clipboard(type: 'copy' | 'paste', data: DataTransfer): ClipboardEvent {
  return new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
}

export const claims: Claims = {
  'each cell has its address, its number and its accessible name, row by row': async () => {
    const inputs = [...(await staged()).component.querySelectorAll('input')];
    same(
      inputs.map((input) => input.dataset['q']),
      ALL,
    );
    same(
      inputs.map((input) => input.value),
      NUMBERS.texts,
    );
    same(
      inputs.map((input) => input.ariaLabel),
      GRID.names,
    );
  },

  'a number with more digits than are displayed is held whole and seen short, until it has the focus': async () => {
    const stage = await staged(
      {},
      { texts: ['3.324830999721636', '−0.50', '3', '4', '5', '6'], briefs: ['3.3248', null, null, null, null, null] },
    );
    const edits = stage.hear('cr-edit');
    const input = stage.input('w.hid.1.1');
    const entry = input.closest<HTMLElement>('.entry')!;
    same([input.value, entry.dataset['brief'], entry.title], ['3.324830999721636', '3.3248', '3.324830999721636']);
    same(stage.input('w.hid.1.2').closest<HTMLElement>('.entry')!.hasAttribute('data-brief'), false);
    input.focus();
    same([input.value, input.selectionEnd], ['3.324830999721636', 17]);
    await window.press('Tab');
    same(edits, []);
    await stage.set({ numbers: { ...NUMBERS } });
    same([input.value, entry.hasAttribute('data-brief'), entry.hasAttribute('title')], ['1', false, false]);
  },

  'what is copied has the minus that other programs read': async () => {
    const stage = await staged({}, { texts: ['−1', '−2', '3', '4', '5', '6'] });
    await way(stage, 'Shift+ArrowRight');
    const data = new DataTransfer();
    stage.input('w.hid.1.1').dispatchEvent(clipboard('copy', data));
    same(data.getData('text/plain'), '-1\t-2');
  },

  'without biases the last column is a weight’s': async () => {
    const stage = await staged({ biased: false, columns: ['x₁', 'x₂', 'x₃'] });
    same(stage.input('w.hid.2.3').value, '6');
  },

  'turned, a row is a source and a column a neuron': async () => {
    const stage = await staged({ turned: true });
    const rows = [...stage.component.querySelectorAll('tbody tr')];
    same(rows.map((row) => row.querySelector('th')!.textContent).join(' '), 'x₁ x₂ b');
    same([...rows[1]!.querySelectorAll('input')].map((input) => input.dataset['q']).join(' '), 'w.hid.1.2 w.hid.2.2');
    same(stage.input('w.hid.2.1').value, '4');
    same(stage.input('b.hid.1').value, '3');
  },

  'a gradient stands beside its parameter as soon as it is reached': async () => {
    const stage = await staged();
    same(stage.find('[data-q="dw.hid.1.2"]').textContent, '0.2');
    same(stage.find('[data-q="db.hid.1"]').textContent, '0.3');
    same(stage.component.querySelector('[data-q="dw.hid.2.1"]'), null);
    same(stage.input('w.hid.2.1').closest('.cell')!.textContent!.trim(), '');
  },

  'arrows go from cell to cell and stop at the edge': async () => {
    const places = await way(await staged(), 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft');
    same(places, ['w.hid.1.2', 'b.hid.1', 'b.hid.2', 'b.hid.2', 'w.hid.2.2']);
  },

  'Enter goes down and Shift+Enter up': async () => {
    same(await way(await staged(), 'Enter', 'Enter', 'Shift+Enter'), ['w.hid.2.1', 'w.hid.2.1', 'w.hid.1.1']);
  },

  'while a text is typed, left and right move in it, and down commits it': async () => {
    const stage = await staged();
    const edits = stage.hear('cr-edit');
    stage.input('w.hid.1.1').focus();
    await window.write('78');
    await window.press('ArrowLeft');
    same(focused(), 'w.hid.1.1');
    await window.press('ArrowDown');
    same([focused(), edits], ['w.hid.2.1', [{ cells: [{ q: 'w.hid.1.1', text: '78' }] }]]);
  },

  'a typed text stays while the other numbers change': async () => {
    const stage = await staged();
    stage.input('w.hid.1.2').focus();
    await window.write('0.7');
    await stage.set({ numbers: { ...NUMBERS, texts: ['10', '20', '30', '40', '50', '60'] } });
    same(
      ALL.map((q) => stage.input(q).value),
      ['10', '0.7', '30', '40', '50', '60'],
    );
  },

  'a refused text stays in its cell, with its reason, and the others have none': async () => {
    const stage = await staged({}, { texts: ['1', '2', '3', 'four', '5', '6'], errors: { 'w.hid.2.1': 'no number' } });
    same(stage.input('w.hid.2.1').value, 'four');
    same(
      [...stage.component.querySelectorAll('[aria-invalid]')].map((input) => (input as HTMLElement).dataset['q']),
      ['w.hid.2.1'],
    );
    same(stage.find('.reason').textContent, 'no number');
  },

  'Shift and arrows choose a block, which is copied as rows of cells': async () => {
    const stage = await staged();
    await way(stage, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight');
    same(block(stage), ['w.hid.1.2', 'b.hid.1', 'w.hid.2.2', 'b.hid.2']);
    same(focused(), 'w.hid.1.2');
    const data = new DataTransfer();
    stage.input('w.hid.1.2').dispatchEvent(clipboard('copy', data));
    same(data.getData('text/plain'), '2\t3\n5\t6');
  },

  'a pasted block is told from the cell on, and what was being typed there is given up': async () => {
    const stage = await staged();
    const [pastes, edits] = [stage.hear('cr-paste'), stage.hear('cr-edit')];
    const input = stage.input('b.hid.1');
    input.focus();
    await window.write('9');
    const data = new DataTransfer();
    data.setData('text/plain', '1\t2\n3\t4');
    input.dispatchEvent(clipboard('paste', data));
    input.blur();
    same(pastes, [{ layer: 'hid', row: 0, column: 2, text: '1\t2\n3\t4' }]);
    same(edits, []);
  },

  'changes since the pin stand with what changed': async () => {
    const stage = await staged();
    await stage.set({ deltas: { 'w.hid.1.1': '+0.5', 'dw.hid.1.1': '-1' } });
    same(
      [...stage.component.querySelectorAll('.changes .delta')].map((delta) => delta.textContent),
      ['+0.5', '-1'],
    );
  },
};
