import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { live } from 'lit/directives/live.js';
import { tell } from './events.js';

interface Box {
  aria: string;
  text: string;
  verdict?: string;
  sign?: string;
  word?: string;
  fixed: boolean;
}

interface Item {
  label?: string;
  q: string;
  role: string;
  text?: string;
  box?: Box;
}

export interface Sheet {
  /** Which exercise it is: what was typed into another is no part of it. */
  exercise: string;
  tables: {
    caption: string;
    kind: 'given' | 'neurons' | 'parameters';
    heads: string[];
    rows: { head: string; cells: Item[][] }[];
  }[];
  order: string[];
}

/** What is given of an exercise, and boxes for what is asked; Enter leads to the next box in the order of the calculation. */
export class AnswerSheet extends LitElement {
  static override properties = { sheet: { attribute: false } };
  declare sheet: Sheet | undefined;
  /** What is typed and not yet answered, by box: the answer to another box leaves it alone. */
  private readonly drafts = new Map<string, string>();
  /** What was last told of each box. */
  private readonly told = new Map<string, string>();
  private exercise: string | undefined;
  /** The focus is moved by the page itself: nobody looks at that box yet. */
  private moving = false;

  override createRenderRoot() {
    return this;
  }

  override willUpdate() {
    if (this.sheet?.exercise !== this.exercise) this.drafts.clear();
    this.exercise = this.sheet?.exercise;
    for (const { q, box } of this.items()) {
      if (!box) continue;
      if (box.fixed || box.text === this.drafts.get(q)?.trim()) this.drafts.delete(q);
      if (!this.drafts.has(q)) this.told.set(q, box.text);
    }
  }

  override render() {
    return this.sheet?.tables.map((table) =>
      table.kind === 'given'
        ? html`<section class="card given">
            <h2>${unsafeHTML(table.caption)}</h2>
            <div class="fields">${table.rows[0]!.cells[0]!.map((item) => this.item(item))}</div>
          </section>`
        : html`<section class="card ${table.kind}">
            <h2>${unsafeHTML(table.caption)}</h2>
            <div class="scroll" tabindex="0" role="group" aria-label=${table.caption}>
              <table class=${table.kind === 'neurons' ? 'nt' : 'answers-grid'}>
                <thead>
                  <tr>${table.heads.map((head) => (head ? html`<th scope="col">${unsafeHTML(head)}</th>` : html`<td></td>`))}</tr>
                </thead>
                <tbody>
                  ${table.rows.map(
                    (row) =>
                      html`<tr>
                        <th scope="row">${unsafeHTML(row.head)}</th>
                        ${row.cells.map((items) => html`<td><div class="in">${items.map((item) => this.item(item))}</div></td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </section>`,
    );
  }

  private item(item: Item): TemplateResult {
    const label = item.label ? html`<span class="name">${unsafeHTML(item.label)}</span>` : nothing;
    const number = item.box
      ? this.box(item.q, item.box)
      : html`<span class=${item.role} data-q=${item.q || nothing}>${item.text}</span>`;
    return html`<span class="item">${label}${number}</span>`;
  }

  private box(q: string, box: Box): TemplateResult {
    const id = `verdict.${q}`;
    return html`<span class="answer" data-verdict=${box.verdict ?? nothing}
      ><input
        type="text"
        autocomplete="off"
        spellcheck="false"
        data-answer=${q}
        aria-label=${box.aria}
        aria-invalid=${box.verdict && !['right', 'follows'].includes(box.verdict) ? 'true' : nothing}
        aria-describedby=${box.word ? id : nothing}
        ?readonly=${box.fixed}
        .value=${live(this.drafts.get(q) ?? box.text)}
        @input=${(event: Event) => this.drafts.set(q, (event.target as HTMLInputElement).value)}
        @change=${(event: Event) => this.answer(q, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.key(q, event)}
        @focus=${() => this.look(q, box)}
      /><span class="sign" aria-hidden="true">${box.sign ?? ''}</span
      >${box.word ? html`<span class="visually-hidden" id=${id}>${box.word}</span>` : nothing}</span
    >`;
  }

  private answer(q: string, typed: string): void {
    const text = typed.trim();
    if (this.told.get(q) === text) return;
    this.told.set(q, text);
    tell(this, 'cr-answer', { q, text });
  }

  /** A box that has a verdict, or a hint, is spoken of once the reader goes there. */
  private look(q: string, box: Box): void {
    if (!this.moving && (box.verdict || box.fixed)) tell(this, 'cr-look', { q });
  }

  private key(q: string, event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.answer(q, (event.target as HTMLInputElement).value);
    this.next(q);
  }

  private items(): Item[] {
    return (this.sheet?.tables ?? []).flatMap((table) => table.rows.flatMap((row) => row.cells.flat()));
  }

  /** To the next box that is empty; to none where all have something in them. */
  private next(q: string): void {
    const order = this.sheet?.order ?? [];
    const at = order.indexOf(q);
    const rest = [...order.slice(at + 1), ...order.slice(0, at)];
    const empty = rest.map((key) => this.input(key)).find((input) => input && !input.value.trim());
    if (!empty) return;
    this.moving = true;
    empty.focus();
    empty.select();
    this.moving = false;
  }

  private input(q: string): HTMLInputElement | null {
    return this.querySelector(`[data-answer="${CSS.escape(q)}"]`);
  }
}

customElements.define('answer-sheet', AnswerSheet);
