import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { block, type Cell, type CellHost, Cells, cellInput, isEditing } from './cell.js';
import { tell } from './events.js';

/** A parameter with its gradient and its value after the update; null where they are not yet reached. */
export interface ParameterCell extends Cell {
  grad?: string | null;
  gradQ: string;
  next?: string | null;
  nextQ: string;
  /** "fixed", where the update leaves the parameter alone. */
  frozen?: string | null;
}

export interface Grid {
  caption: string;
  columns: string[];
  rows: { name: string; cells: ParameterCell[] }[];
  /** Any number that differs after each edit, so that an edit without effect repaints too. */
  rev?: number;
}

interface Place {
  row: number;
  column: number;
}

/** A layer's parameters as a small spreadsheet: one row per receiving neuron. */
export class WeightGrid extends LitElement implements CellHost {
  static override properties = { grid: { attribute: false }, anchor: { state: true }, head: { state: true } };
  declare grid: Grid | undefined;
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

  cell(q: string): ParameterCell | undefined {
    const place = this.place(q);
    return place ? this.grid!.rows[place.row]!.cells[place.column] : undefined;
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
    if (!grid) return nothing;
    return html`<div class="wg">
      <table>
        <caption>
          ${grid.caption}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${grid.columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${grid.rows.map(
            ({ name, cells }, row) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell, column) => this.parameter(cell, { row, column }))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override updated() {
    this.cells.show();
  }

  private parameter(cell: ParameterCell, place: Place): TemplateResult {
    const { grad, gradQ, next, nextQ, frozen } = cell;
    return html`<td class=${this.covers(place) ? 'block' : ''}>
      <div class="cell" data-ref=${cell.q}>
        ${cellInput(cell)}
        <span class="g">${grad == null ? html`<i>·</i>` : html`<span data-q=${gradQ}>${grad}</span>`}</span>
        <span class="n"
          >${frozen ? html`<em>${frozen}</em> ` : nothing}→
          ${next == null ? html`<i>·</i>` : html`<span data-q=${nextQ}>${next}</span>`}</span
        >
      </div>
    </td>`;
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
    const input = event.target as HTMLInputElement;
    const start = this.place(input.dataset?.['q'] ?? '');
    const rows = block(event.clipboardData?.getData('text/plain') ?? '');
    if (!start || !rows) return;
    event.preventDefault();
    const cells = rows.flatMap((texts, down) =>
      texts.flatMap((text, right) => {
        const cell = this.grid!.rows[start.row + down]?.cells[start.column + right];
        return cell && text ? [{ q: cell.q, text }] : [];
      }),
    );
    delete input.dataset['editing'];
    tell(input, 'cr-edit', { cells });
  }

  private copy(event: ClipboardEvent): void {
    if (isEditing(event.target) || !this.anchor || !this.head) return;
    const rows = this.grid!.rows.map(({ cells }, row) =>
      cells.filter((_, column) => this.covers({ row, column }, 1)).map((cell) => cell.text),
    );
    const text = rows.filter((row) => row.length).map((row) => row.join('\t'));
    event.clipboardData?.setData('text/plain', text.join('\n'));
    event.preventDefault();
  }

  /** Is the place in the selected block, if that has at least `least` cells? */
  private covers({ row, column }: Place, least = 2): boolean {
    const [a, b] = [this.anchor, this.head];
    if (!a || !b || (least > 1 && a.row === b.row && a.column === b.column)) return false;
    const between = (value: number, one: number, other: number) =>
      value >= Math.min(one, other) && value <= Math.max(one, other);
    return between(row, a.row, b.row) && between(column, a.column, b.column);
  }

  private place(q: string): Place | null {
    for (const [row, { cells }] of (this.grid?.rows ?? []).entries()) {
      const column = cells.findIndex((cell) => cell.q === q);
      if (column >= 0) return { row, column };
    }
    return null;
  }

  private input({ row, column }: Place): HTMLInputElement | null {
    const q = this.grid?.rows[row]?.cells[column]?.q;
    return q ? this.querySelector<HTMLInputElement>(`input[data-q="${q}"]`) : null;
  }
}

customElements.define('weight-grid', WeightGrid);
