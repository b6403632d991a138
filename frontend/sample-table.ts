import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { block, type Place } from './block.js';
import { type CellHost, Cells, isEditing, toCopy } from './cell.js';
import { type Deed, tell } from './events.js';
import { Block, destination, NUMBER, place, placeOf } from './sample-block.js';
import { header, type Look, sampleRow } from './sample-rows.js';
import { numbers, ROW, reveal, type Seen, seen } from './sample-view.js';
import type { Samples, SampleWords } from './samples.js';

/** All samples as a small spreadsheet, of which only what is seen is here and drawn. */
export class SampleTable extends LitElement implements CellHost {
  static override properties = {
    samples: { attribute: false },
    words: { attribute: false },
    csv: { type: String },
    selection: { state: true },
  };
  declare samples: Samples | undefined;
  declare words: SampleWords | undefined;
  /** Where the samples can be had as a file. */
  declare csv: string | undefined;
  declare private selection: Block | null;
  /** The one cell that the Tab key reaches. */
  private active: Place = { row: 0, column: 0 };
  /** A cell that is to be gone to as soon as it is there. */
  private wanted: Place | null = null;
  /** Whether a cell had the focus before it was drawn anew. */
  private focusedCell = false;
  private asked = '';
  private frame = 0;
  private readonly cells = new Cells(this, 'cell');
  private readonly resized = new ResizeObserver(() => this.later());

  constructor() {
    super();
    this.selection = null;
    this.addEventListener('focusin', (event) => this.focused(event));
    this.addEventListener('focusout', (event) => this.left(event));
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('click', (event) => this.show(event));
    this.addEventListener('pointerdown', (event) => this.press(event), { capture: true });
    this.addEventListener('paste', (event) => this.paste(event));
    this.addEventListener('copy', (event) => this.copy(event));
  }

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.box) this.resized.observe(this.box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  cell(key: string): { text: string } | undefined {
    const { row, column } = place(key);
    const text = this.samples?.rows[row - this.samples.top]?.[column - this.samples.left];
    return text === undefined ? undefined : { text };
  }

  move(from: HTMLInputElement, down: number, right: number, extend: boolean): boolean {
    const start = (extend && this.selection?.head) || place(from.dataset['cell']!);
    return this.go({ row: start.row + down, column: start.column + right }, extend);
  }

  enter(key: string, text: string): void {
    this.tell('write', { ...place(key), text });
  }

  nudge(key: string, steps: number): void {
    this.tell('nudge', { ...place(key), steps });
  }

  override render() {
    const { samples, words } = this;
    if (!samples || !words) return nothing;
    const { row, column } = this.active;
    this.active = { row: Math.min(row, samples.count - 1), column: Math.min(column, samples.columns.length - 1) };
    const view = this.seen();
    const look: Look = { samples, words, view, active: this.active, selection: this.selection };
    return html`<div class="row-actions" role="toolbar" aria-label=${words.actions}>
        ${this.button(words.add, () => this.add())} ${this.button(words.duplicate, () => this.rows('duplicate'))}
        ${this.button(words.remove, () => this.rows('remove'))}
        ${samples.count > 1 ? this.button(words.keep, () => this.tell('keep', {})) : nothing}
      </div>
      <div
        class="st"
        role="grid"
        aria-label=${words.table}
        aria-rowcount=${samples.count + 1}
        aria-colcount=${samples.columns.length + 2}
        aria-multiselectable="true"
        style="--columns: ${samples.columns.length}; --width: ${view.width}px"
        @scroll=${this.later}
      >
        ${header(look)}
        <div role="rowgroup" class="st-body" style="height: ${samples.count * ROW}px">
          ${repeat(
            numbers(view.rows, this.active.row),
            (row) => row,
            (row) => sampleRow(look, row),
          )}
        </div>
      </div>
      ${this.reasons()}
      <div class="files">
        <button type="button" class="btn" data-files="open">${words.read}</button>
        <a class="btn" href=${this.csv ?? ''} download="samples.csv" router-ignore>${words.save}</a>
        <span class="hint">${words.hint}</span>
      </div>`;
  }

  override willUpdate() {
    this.focusedCell = this.contains(document.activeElement) && placeOf(document.activeElement) !== null;
  }

  override updated() {
    if (this.box) this.resized.observe(this.box);
    this.cells.show();
    this.ask();
    const lost = this.focusedCell && document.activeElement === document.body ? this.active : null;
    const to = this.wanted && this.has(this.wanted) ? this.wanted : lost;
    if (!to) return;
    this.wanted = null;
    this.focusAt(to);
  }

  private get box(): Element | null {
    return this.querySelector('.st');
  }

  private seen(): Seen {
    return seen(this.box, this.samples!.count, this.samples!.columns.length);
  }

  private button(text: string, act: () => void): TemplateResult {
    return html`<button type="button" class="btn" @click=${act}>${text}</button>`;
  }

  private reasons(): TemplateResult {
    const { errors, more } = this.samples!;
    const reasons = errors.map(
      (error) => html`<li id="st-e${error.row}-${error.column}">
        <button type="button" @click=${() => this.go(error, false)}>${error.text}</button>
      </li>`,
    );
    const list = html`<ul>
      ${reasons} ${more ? html`<li>${more}</li>` : nothing}
    </ul>`;
    return html`<div class="st-errors" role="alert">${errors.length ? list : nothing}</div>`;
  }

  /** Asks for what is drawn and not here. */
  private ask(): void {
    const samples = this.samples;
    if (!samples) return;
    const { rows, columns } = this.seen();
    const [bottom, right] = [samples.top + samples.rows.length, samples.left + (samples.rows[0]?.length ?? 0)];
    const whole =
      rows.from >= samples.top && rows.end <= bottom && columns.from >= samples.left && columns.end <= right;
    const asked = whole ? '' : JSON.stringify([rows, columns]);
    if (!whole && asked !== this.asked) this.tell('see', { rows, columns });
    this.asked = asked;
  }

  private readonly later = () => {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.requestUpdate();
    });
  };

  private tell(deed: Deed['deed'], detail: Omit<Deed, 'deed'>): void {
    tell(this, 'cr-samples', { deed, ...detail });
  }

  private add(): void {
    this.wanted = { row: this.samples!.count, column: 0 };
    this.tell('add', {});
  }

  /** Does something with the rows of the selection, or of the cell that was last in use. */
  private rows(deed: 'duplicate' | 'remove'): void {
    this.tell(deed, (this.selection ?? new Block(this.active, this.active)).corners(0).rows);
    this.selection = null;
  }

  private has({ row, column }: Place): boolean {
    const samples = this.samples!;
    return row >= 0 && row < samples.count && column >= NUMBER && column < samples.columns.length;
  }

  /** Goes to a cell, or extends the selection to it; false where there is none. */
  private go(to: Place, extend: boolean): boolean {
    if (!this.has(to)) return extend;
    if (!extend) this.focusAt(to);
    else {
      this.selection = new Block(this.selection?.anchor ?? this.active, to);
      this.reveal(to);
    }
    return true;
  }

  private reveal({ row, column }: Place): void {
    if (this.box) reveal(this.box, row, column, this.seen().width);
  }

  private focusAt(to: Place): void {
    this.active = to;
    this.reveal(to);
    this.requestUpdate();
    const target = to.column === NUMBER ? `[data-row="${to.row}"]` : `[data-cell="${to.row}:${to.column}"]`;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(target)?.focus({ preventScroll: true }));
  }

  private focused(event: Event): void {
    const here = placeOf(event.target);
    if (!here) return;
    this.active = here;
    this.selection = new Block(here, here);
  }

  private left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.selection = null;
  }

  private show(event: MouseEvent): void {
    const here = placeOf(event.target);
    if (here?.column === NUMBER && !event.shiftKey) this.tell('show', { sample: here.row });
  }

  private press(event: PointerEvent): void {
    const here = placeOf(event.target);
    if (!here || !event.shiftKey || !this.selection) return;
    this.selection = new Block(this.selection.anchor, here);
    event.preventDefault();
    this.addEventListener('mousedown', (mouse) => mouse.preventDefault(), { once: true });
  }

  private key(event: KeyboardEvent): void {
    const here = placeOf(event.target);
    if (!here || event.defaultPrevented || isEditing(event.target) || event.altKey) return;
    const { count, columns } = this.samples!;
    const last = { row: count - 1, column: columns.length - 1 };
    const page = Math.max(1, Math.floor(this.box!.clientHeight / ROW) - 2);
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') this.selection = new Block({ row: 0, column: 0 }, last);
    else if (event.key === 'Delete') this.delete(here);
    else {
      const from = (event.shiftKey && this.selection?.head) || here;
      const to = destination(event, from, count, columns.length, page);
      if (!to || !this.go(to, event.shiftKey)) return;
    }
    event.preventDefault();
  }

  private delete(here: Place): void {
    if (here.column === NUMBER) this.rows('remove');
    else this.tell('clear', this.selection!.corners(this.samples!.columns.length));
  }

  private paste(event: ClipboardEvent): void {
    const here = placeOf(event.target);
    const text = block(event);
    if (!here || text === null) return;
    event.preventDefault();
    delete (event.target as HTMLElement).dataset['editing'];
    this.tell('paste', { row: here.row, column: Math.max(0, here.column), text });
  }

  private copy(event: ClipboardEvent): void {
    const corners = this.selection?.corners(this.samples!.columns.length);
    if (!corners || isEditing(event.target) || !placeOf(event.target)) return;
    event.preventDefault();
    const rows = numbers(corners.rows, NUMBER).map((row) =>
      numbers(corners.columns, NUMBER).map((column) => this.cell(`${row}:${column}`)?.text),
    );
    if (rows.flat().includes(undefined)) {
      tell(this, 'cr-copies', {});
      this.tell('copy', corners);
    } else event.clipboardData?.setData('text/plain', toCopy(rows.map((row) => row.join('\t')).join('\n')));
  }
}

customElements.define('sample-table', SampleTable);
