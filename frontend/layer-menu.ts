import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { type Entry, icon, input, refusal } from './build-parts.js';
import { type Build, tell } from './events.js';
import type { Controls, Head } from './network-controls.js';

const MARGIN = 8;
/** Activations stand in columns of this many. */
const ROWS = 5;

/** The menu of a layer (ARIA's menu button pattern), and the field in which it is renamed. */
export class LayerMenu extends LitElement {
  static override properties = {
    controls: { attribute: false },
    narrow: { attribute: false },
    column: { state: true },
    shown: { state: true },
  };
  declare controls: Controls | undefined;
  /** Has the drawing no room for − and + below a layer? */
  declare narrow: boolean;
  /** The column whose menu it is. */
  declare column: number;
  /** What is in the page at all, so that nothing hidden is read. */
  declare private shown: 'menu' | 'name' | null;
  /** Where the focus belongs when the drawing is painted again. */
  private anchor: Element | null = null;
  private renaming = '';

  constructor() {
    super();
    this.narrow = false;
    this.column = 1;
    this.shown = null;
    this.addEventListener('click', (event) => this.press(event));
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('submit', (event) => this.rename(event));
  }

  override createRenderRoot() {
    return this;
  }

  private get head(): Head | undefined {
    return this.controls?.heads[this.column];
  }

  /** Opens the menu of `column` below `anchor`. */
  async open(column: number, anchor: Element): Promise<void> {
    this.column = column;
    this.anchor = anchor;
    await this.present('menu');
    this.items()[0]?.focus();
  }

  private async present(shown: 'menu' | 'name'): Promise<void> {
    this.shown = shown;
    await this.updateComplete;
    const popover = this.querySelector<HTMLElement>('[popover]');
    if (!popover) return;
    popover.showPopover();
    this.place(popover);
    this.dispatchEvent(new CustomEvent('menu', { detail: { column: this.column } }));
  }

  /** Below the anchor, as far as the window has room. */
  private place(popover: HTMLElement): void {
    const { left, bottom } = this.anchor!.getBoundingClientRect();
    const { width, height } = popover.getBoundingClientRect();
    const within = (start: number, size: number, room: number) =>
      `${Math.max(MARGIN, Math.min(start, room - size - MARGIN))}px`;
    popover.style.left = within(left, width, document.documentElement.clientWidth);
    popover.style.top = within(bottom + 4, height, window.innerHeight);
  }

  /** Closes what is open; the focus goes back to the head, unless it has gone elsewhere. */
  private end(): void {
    if (!this.shown) return;
    const within = document.activeElement === document.body || this.contains(document.activeElement);
    this.shown = null;
    if (within) (this.anchor as SVGElement | null)?.focus();
    this.dispatchEvent(new CustomEvent('menu', { detail: { column: -1 } }));
  }

  override render() {
    const head = this.head;
    if (!head?.name || !this.shown) return nothing;
    return this.shown === 'menu' ? this.menu(head, this.controls!) : this.field(head.name);
  }

  private menu(head: Head, { words, activations }: Controls): TemplateResult {
    return html`<div popover role="menu" class="layer-menu" aria-label=${head.layer} @toggle=${this.toggled}>
        ${this.item('rename', words['rename']!)}
        <div role="group" aria-label=${words['activation']!} class="radios">
          ${activations.map(({ value, text }) => this.radio(value, text, value === head.activation))}
        </div>
        ${this.item('weightless', words['weightless']!, { checked: head.weightless })}
        ${this.item('biases', words['biases']!, { checked: head.biased, disabled: head.weightless })}
        ${this.item('randomise', words['randomise']!, { disabled: head.weightless })}
        <hr role="separator" />
        ${this.item('before', words['before']!)} ${this.item('after', words['after']!)}
        ${this.item('earlier', words['earlier']!, { disabled: head.first })}
        ${this.item('later', words['later']!, { disabled: head.last })}
        <hr role="separator" />
        ${
          this.narrow
            ? [this.item('more', head.says['more']!), this.item('less', head.says['less']!, { disabled: head.one })]
            : nothing
        }
        ${head.selected ? this.item('drop', head.says['drop']!) : nothing}
        ${this.item('remove', words['remove']!, { disabled: head.first && head.last })}
      </div>`;
  }

  private field(name: Entry): TemplateResult {
    return html`<form popover class="layer-name" aria-label=${name.aria} @toggle=${this.toggled}>
        <label>${name.label} ${input(name, 'text')}</label>
        ${refusal(name)}
      </form>`;
  }

  private item(act: string, text: string, more: { checked?: boolean; disabled?: boolean } = {}): TemplateResult {
    const box = more.checked !== undefined;
    return html`<button
      type="button"
      role=${box ? 'menuitemcheckbox' : 'menuitem'}
      tabindex=${act === 'rename' ? 0 : -1}
      data-item=${act}
      aria-checked=${box ? String(more.checked) : nothing}
      aria-disabled=${more.disabled ? 'true' : nothing}
    >
      ${box ? nothing : icon(LOOKS[act]!)}${text}
    </button>`;
  }

  private radio(value: string, text: string, checked: boolean): TemplateResult {
    return html`<button
      type="button"
      role="menuitemradio"
      tabindex="-1"
      data-item="activation"
      data-text=${value}
      aria-checked=${String(checked)}
    >
      ${text}
    </button>`;
  }

  override updated() {
    if (this.shown !== 'name' || this.head?.layer !== this.renaming) return;
    this.renaming = '';
    this.end();
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menu] [data-item]')];
  }

  /** It was closed by a press elsewhere. */
  private toggled(event: ToggleEvent): void {
    if (event.newState === 'closed') this.end();
  }

  private press(event: Event): void {
    const target = event.target as Element;
    const remedy = target.closest<HTMLElement>('[data-act=remedy]');
    const item = target.closest<HTMLElement>('[data-item]');
    if (remedy) this.remedy(remedy);
    if (!item || item.ariaDisabled === 'true') return;
    const act = item.dataset['item']!;
    if (act === 'rename') this.startRenaming();
    else this.ask({ ...COMMANDS[act], text: item.dataset['text'], number: this.number(act) }, act);
  }

  private remedy({ dataset: { at, number } }: HTMLElement): void {
    this.end();
    tell(this, 'cr-build', { act: 'remedy', at, number: Number(number) });
  }

  private number(act: string): number | undefined {
    return act === 'drop' ? this.head!.selected : COMMANDS[act]?.number;
  }

  /** Asks for a change; `moves` says where the layer, or a new one, will stand. */
  private ask(command: Partial<Build>, act: string): void {
    const column = this.column + (MOVES[act] ?? 0);
    const { layer } = this.head!;
    this.end();
    if (act in MOVES) this.dispatchEvent(new CustomEvent('moves', { detail: { column } }));
    tell(this, 'cr-build', { act, ...command, layer, at: 'drawing' });
  }

  private async startRenaming(): Promise<void> {
    await this.present('name');
    const field = this.querySelector<HTMLInputElement>('.layer-name input')!;
    field.value = this.head!.name!.text;
    field.focus();
    field.select();
  }

  private rename(event: Event): void {
    event.preventDefault();
    const { layer, name } = this.head!;
    const field = this.querySelector<HTMLInputElement>('.layer-name input')!;
    this.renaming = field.value;
    if (field.value === layer) this.end();
    else tell(this, 'cr-build', { act: name!.act, layer, text: field.value, at: name!.at });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close(event);
    else this.move(event);
  }

  private move(event: KeyboardEvent): void {
    const items = this.items();
    const here = items.indexOf(event.target as HTMLElement);
    if (here < 0) return;
    const step = STEPS[event.key] ?? 0;
    const radio = event.target instanceof HTMLElement && event.target.role === 'menuitemradio';
    if (event.key === 'Home') items[0]!.focus();
    else if (event.key === 'End') items.at(-1)!.focus();
    else if (Math.abs(step) === 1) items[(here + step + items.length) % items.length]!.focus();
    else if (step) this.across(items, here, radio ? step : 0);
    else if (event.key === 'Tab') this.end();
    else if (event.key.length === 1 && event.key !== ' ') this.jump(items, here, event.key.toLowerCase());
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  }

  private across(items: HTMLElement[], here: number, step: number): void {
    const there = items[here + step];
    if (step && there?.role === 'menuitemradio') there.focus();
  }

  /** The next item that begins with the letter. */
  private jump(items: HTMLElement[], here: number, letter: string): void {
    const order = [...items.slice(here + 1), ...items.slice(0, here + 1)];
    order.find((item) => item.textContent!.trim().toLowerCase().startsWith(letter))?.focus();
  }

  private close(event: KeyboardEvent): void {
    if (!this.shown) return;
    event.preventDefault();
    event.stopPropagation();
    const name = this.head?.name;
    if (name?.error) tell(this, 'cr-build', { act: 'dismiss', at: name.at });
    this.end();
  }
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: ROWS, ArrowLeft: -ROWS };

const LOOKS: Record<string, string> = {
  rename: 'rename',
  randomise: 'randomise',
  before: 'before',
  after: 'after',
  earlier: 'left',
  later: 'right',
  more: 'more',
  less: 'less',
  drop: 'less',
  remove: 'remove',
};

const COMMANDS: Record<string, Partial<Build>> = {
  more: { act: 'grow', number: 1 },
  less: { act: 'grow', number: -1 },
  before: { act: 'add', number: 0 },
  after: { act: 'add', number: 1 },
  earlier: { act: 'move', number: -1 },
  later: { act: 'move', number: 1 },
};

/** How far the layer in question, or the new one, comes to stand from where the menu was. */
const MOVES: Record<string, number> = { before: 0, after: 1, earlier: -1, later: 1, remove: 0 };

customElements.define('layer-menu', LayerMenu);
