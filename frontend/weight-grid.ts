import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { block, covers, type Place } from './block.js';
import { type Cell, type CellHost, Cells, cellInput, isEditing, toCopy } from './cell.js';
import { type Deltas, delta } from './delta.js';
import { tell } from './events.js';

/** What of a grid stays from edit to edit. */
export interface Grid {
  layer: string;
  /** Whether biases come after the last source. */
  biased: boolean;
  caption: string;
  /** Whether a row is a source, and a column a receiving neuron. */
  turned: boolean;
  /** The sources, and the biases. */
  columns: string[];
  /** The receiving neurons. */
  rows: string[];
  /** Accessible names of the parameters, row by row. */
  names: string[];
  /** "frozen", where the update leaves them alone. */
  frozenWeights: string | null;
  frozenBiases: string | null;
}

/** A grid's numbers, row by row; null where they are not yet reached. */
export interface GridNumbers {
  texts: string[];
  /** Each as it is displayed, or null where that is its text; empty where it always is. */
  briefs: (string | null)[];
  gradients: (string | null)[];
  updated: (string | null)[];
  /** Why a text was refused, by its address. */
  errors: Record<string, string>;
}

/** More columns than this stand in narrower cells. */
const WIDE = 6;
/** In the place of a number that is not yet reached. */
const LATER = '\u00a0';

/** A layer's parameters as a small spreadsheet: one row per receiving neuron, or per source. */
export class WeightGrid extends LitElement implements CellHost {
  static override properties = {
    grid: { attribute: false },
    numbers: { attribute: false },
    deltas: { attribute: false },
    anchor: { state: true },
    head: { state: true },
  };
  declare grid: Grid | undefined;
  declare numbers: GridNumbers | undefined;
  declare deltas: Deltas;
  /** The selected block's corners; equal for a single cell. */
  declare private anchor: Place | null;
  declare private head: Place | null;
  private readonly cells = new Cells(this);

  constructor() {
    super();
    this.anchor = this.head = null;
    this.addEventListener('focusin', (event) => this.focused(event));
    this.addEventListener('focusout', () => this.select(null, null));
    this.addEventListener('pointerdown', (event) => this.press(event), { capture: true });
    this.addEventListener('paste', (event) => this.paste(event));
    this.addEventListener('copy', (event) => this.copy(event));
  }

  override createRenderRoot() {
    return this;
  }

  cell(q: string): Cell | undefined {
    const place = this.place(q);
    return place ? this.at(place) : undefined;
  }

  move(from: HTMLInputElement, down: number, right: number, extend: boolean): boolean {
    const start = extend ? this.head : this.place(from.dataset['q']!);
    if (!start) return false;
    const to = { row: start.row + down, column: start.column + right };
    if (!this.input(to)) return extend;
    if (extend) this.select(this.anchor, to);
    else this.input(to)!.focus();
    return true;
  }

  override render() {
    const grid = this.grid;
    if (!grid || !this.numbers) return nothing;
    const [rows, columns] = heads(grid);
    return html`<div class=${`wg ${width(columns.length)}`} style="--columns: ${columns.length}">
      <table>
        <caption>
          ${grid.caption}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (name, row) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${columns.map((_, column) => this.parameter({ row, column }))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override updated() {
    this.cells.show(this.texts());
  }

  /** In the order of the inputs. */
  private texts(): string[] {
    if (!this.grid || !this.numbers) return [];
    const [rows, columns] = heads(this.grid);
    return rows.flatMap((_, row) => columns.map((_, column) => this.at({ row, column }).text));
  }

  /** The neuron and the source of a place, or the place of these: the one turned is the other. */
  private turn({ row, column }: Place): Place {
    return this.grid!.turned ? { row: column, column: row } : { row, column };
  }

  private isBias(source: number): boolean {
    return this.grid!.biased && source === this.grid!.columns.length - 1;
  }

  /** "hid.1.2" of a weight, "hid.1" of a bias: what follows the kind in an address. */
  private index(place: Place): string {
    const { row, column } = this.turn(place);
    const neuron = `${this.grid!.layer}.${row + 1}`;
    return this.isBias(column) ? neuron : `${neuron}.${column + 1}`;
  }

  private at(place: Place): Cell {
    const { row, column } = this.turn(place);
    const i = row * this.grid!.columns.length + column;
    const q = `${this.isBias(column) ? 'b' : 'w'}.${this.index(place)}`;
    const { texts, briefs, errors } = this.numbers!;
    const cell: Cell = { q, text: texts[i]!, aria: this.grid!.names[i]!, error: errors[q] ?? null };
    const brief = briefs[i];
    if (brief) cell.brief = brief;
    return cell;
  }

  private parameter(place: Place): TemplateResult {
    const grid = this.grid!;
    const cell = this.at(place);
    const { row, column } = this.turn(place);
    const bias = this.isBias(column);
    const i = row * grid.columns.length + column;
    const [gradient, updated] = [this.numbers!.gradients[i], this.numbers!.updated[i]];
    const frozen = bias ? grid.frozenBiases : grid.frozenWeights;
    const kind = bias ? 'b' : 'w';
    const index = this.index(place);
    return html`<td class=${this.covers(place) ? 'block' : ''} data-ref=${cell.q}>
      <div class="cell">
        ${cellInput(cell)}
        <span class="g">${gradient == null ? LATER : html`<span data-q="d${kind}.${index}">${gradient}</span>`}</span>
        ${this.changes(cell.q, `d${kind}.${index}`)}
        <span class="n"
          >${frozen ? html`<em>${frozen}</em> ` : nothing}
          ${updated == null ? LATER : html`→ <span data-q="n${kind}.${index}">${updated}</span>`}
          ${delta(this.deltas, `n${kind}.${index}`)}</span
        >
      </div>
    </td>`;
  }

  /** Under the parameter and its gradient, where one of them changed since the pin. */
  private changes(...addresses: string[]): TemplateResult | typeof nothing {
    const deltas = this.deltas;
    return deltas && addresses.some((q) => deltas[q])
      ? html`<span class="changes">${addresses.map((q) => html`<span>${delta(deltas, q)}</span>`)}</span>`
      : nothing;
  }

  private focused(event: Event): void {
    const place = this.place((event.target as HTMLElement).dataset['q'] ?? '');
    if (place) this.select(place, place);
  }

  private press(event: PointerEvent): void {
    const place = this.place((event.target as HTMLElement).dataset['q'] ?? '');
    if (!place || !event.shiftKey || !this.anchor) return;
    this.select(this.anchor, place);
    event.preventDefault();
    this.addEventListener('mousedown', (mouse) => mouse.preventDefault(), { once: true });
  }

  private select(anchor: Place | null, head: Place | null): void {
    this.anchor = anchor;
    this.head = head;
  }

  private paste(event: ClipboardEvent): void {
    const input = event.target;
    const text = block(event);
    if (!(input instanceof HTMLInputElement) || text === null) return;
    const start = this.place(input.dataset['q'] ?? '');
    if (!start) return;
    event.preventDefault();
    delete input.dataset['editing'];
    tell(input, 'cr-paste', { layer: this.grid!.layer, ...start, text });
  }

  private copy(event: ClipboardEvent): void {
    if (isEditing(event.target) || !this.anchor || !this.head) return;
    const [down, across] = heads(this.grid!);
    const rows = down.map((_, row) =>
      across.flatMap((_, column) => (this.covers({ row, column }, 1) ? [this.at({ row, column }).text] : [])),
    );
    const text = rows.filter((row) => row.length).map((row) => row.join('\t'));
    event.clipboardData?.setData('text/plain', toCopy(text.join('\n')));
    event.preventDefault();
  }

  /** Is the place in the selected block, if that has at least `least` cells? */
  private covers(place: Place, least = 2): boolean {
    const [a, b] = [this.anchor, this.head];
    if (!a || !b || (least > 1 && a.row === b.row && a.column === b.column)) return false;
    return covers(a, b, place);
  }

  private has({ row, column }: Place): boolean {
    if (!this.grid) return false;
    const [rows, columns] = heads(this.grid);
    return row >= 0 && row < rows.length && column >= 0 && column < columns.length;
  }

  /** The place of a parameter's address, or null where it is not in this grid. */
  private place(q: string): Place | null {
    const grid = this.grid;
    const [kind, layer, k, t] = q.split('.');
    if (!grid || layer !== grid.layer || (kind !== 'w' && kind !== 'b')) return null;
    const source = kind === 'b' ? grid.columns.length - 1 : Number(t) - 1;
    const place = this.turn({ row: Number(k) - 1, column: source });
    return this.has(place) && this.isBias(source) === (kind === 'b') ? place : null;
  }

  private input(place: Place): HTMLInputElement | null {
    return this.has(place) ? this.querySelector<HTMLInputElement>(`input[data-q="${this.at(place).q}"]`) : null;
  }
}

/** Three columns do not fit beside another grid; many scroll. */
function width(columns: number): string {
  if (columns <= 2) return '';
  return columns > WIDE ? 'broad wide' : 'broad';
}

/** What stands before the rows, and above the columns. */
function heads(grid: Grid): [string[], string[]] {
  return grid.turned ? [grid.columns, grid.rows] : [grid.rows, grid.columns];
}

customElements.define('weight-grid', WeightGrid);
