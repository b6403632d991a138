import { type Claims, Stage, same } from './claims.js';
import { type Field, ValueField } from './value-field.js';

const FIELD: Field = { q: 'x.1', text: '2', aria: 'x₁', label: 'x₁', error: null };

function staged(change: Partial<Field> = {}): Promise<Stage<ValueField>> {
  return Stage.of(new ValueField(), { field: { ...FIELD, ...change } });
}

export const claims: Claims = {
  'a text is committed by Enter, as typed: arithmetic is the server’s': async () => {
    const stage = await staged();
    const edits = stage.hear('cr-edit');
    stage.input('x.1').focus();
    await window.write(' 1/3 + 2e-1');
    same(edits, []);
    await window.press('Enter');
    same(edits, [{ cells: [{ q: 'x.1', text: ' 1/3 + 2e-1' }] }]);
  },

  'a text is committed when its cell is left, and only once': async () => {
    const stage = await staged();
    const edits = stage.hear('cr-edit');
    const input = stage.input('x.1');
    input.focus();
    await window.write('3,5');
    input.blur();
    input.focus();
    input.blur();
    same(edits, [{ cells: [{ q: 'x.1', text: '3,5' }] }]);
  },

  'a text that stands there already is not sent': async () => {
    const stage = await staged();
    const edits = stage.hear('cr-edit');
    stage.input('x.1').focus();
    await window.write('2');
    await window.press('Enter');
    same(edits, []);
  },

  'the first key takes the place of the number, and F2 goes on from its end': async () => {
    const stage = await staged();
    const input = stage.input('x.1');
    input.focus();
    await window.write('7');
    same(input.value, '7');
    await window.press('Escape');
    await window.press('F2');
    await window.write('5');
    same(input.value, '25');
  },

  'Escape brings the number back and sends nothing; the page hears of an Escape only where nothing is typed':
    async () => {
      const stage = await staged();
      const edits = stage.hear('cr-edit');
      const escapes: string[] = [];
      stage.component.parentElement!.addEventListener('keydown', (event) => escapes.push(event.key));
      const input = stage.input('x.1');
      input.focus();
      await window.press('9');
      await window.press('Escape');
      same(input.value, '2');
      same(escapes, ['9']);
      await window.press('Escape');
      same(escapes, ['9', 'Escape']);
      input.blur();
      same(edits, []);
    },

  'what is being typed stays when the number changes meanwhile, and Escape then shows the new one': async () => {
    const stage = await staged();
    const input = stage.input('x.1');
    input.focus();
    await window.write('1.2');
    await stage.set({ field: { ...FIELD, text: '40' } });
    same(input.value, '1.2');
    await window.press('Escape');
    same(input.value, '40');
  },

  'a cell with the focus in which nothing is typed follows its number, selected as before': async () => {
    const stage = await staged();
    const input = stage.input('x.1');
    input.focus();
    await stage.set({ field: { ...FIELD, text: '40' } });
    same([input.value, input.selectionStart, input.selectionEnd], ['40', 0, 2]);
  },

  'a refused text stays where it was typed, with its reason': async () => {
    const stage = await staged();
    const input = stage.input('x.1');
    input.focus();
    await window.write('1..2');
    await window.press('Enter');
    await stage.set({ field: { ...FIELD, text: '1..2', error: 'no number' } });
    same(input.value, '1..2');
    same(input.getAttribute('aria-invalid'), 'true');
    const reason = stage.find(`#${CSS.escape(input.getAttribute('aria-describedby')!)}`);
    same([reason.textContent, reason.getAttribute('role')], ['no number', 'alert']);
    await stage.set({ field: { ...FIELD, text: '12' } });
    same(
      [input.value, input.hasAttribute('aria-invalid'), input.hasAttribute('aria-describedby')],
      ['12', false, false],
    );
  },

  'what is chosen of a text is copied with the minus that other programs read': async () => {
    const stage = await staged({ text: '−12.50' });
    const input = stage.input('x.1');
    input.focus();
    const copied = () => {
      const clipboardData = new DataTransfer();
      input.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    };
    same(copied(), '-12.50');
    input.setSelectionRange(0, 3);
    same(copied(), '-12');
  },

  'Alt and an arrow nudge by one, with Shift by ten, after what is typed is committed': async () => {
    const stage = await staged();
    const [edits, nudges] = [stage.hear('cr-edit'), stage.hear('cr-nudge')];
    stage.input('x.1').focus();
    await window.press('Alt+ArrowUp');
    await window.press('Alt+Shift+ArrowDown');
    same(nudges, [
      { q: 'x.1', steps: 1 },
      { q: 'x.1', steps: -10 },
    ]);
    await window.write('6');
    await window.press('Alt+ArrowUp');
    same(edits, [{ cells: [{ q: 'x.1', text: '6' }] }]);
    same(nudges.length, 3);
  },

  'a cell that keeps the focus is picked': async () => {
    const stage = await staged();
    const [picks, told] = [stage.hear('cr-pick'), stage.next('cr-pick')];
    stage.input('x.1').focus();
    await told;
    same(picks, [{ q: 'x.1' }]);
  },

  'a text that is being composed is not committed by the Enter that ends its composition': async () => {
    const stage = await staged();
    const edits = stage.hear('cr-edit');
    const input = stage.input('x.1');
    input.focus();
    await window.write('8');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    same(edits, []);
  },
};
