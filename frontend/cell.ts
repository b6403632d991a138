import { html, nothing, type TemplateResult } from 'lit';
import { tell } from './events.js';

/** One editable number: an <input> that always holds the number itself, so that leaving it changes nothing. */
export interface Cell {
  q: string;
  /** All its digits; where `error` is given, the text that could not be read. */
  text: string;
  /** What is seen in its place while it has not the focus, where that is shorter. */
  brief?: string;
  aria: string;
  /** Why the text was refused. */
  error: string | null;
}

export interface CellHost extends HTMLElement {
  /** The cell of this key, which is its address unless the host has keys of its own. */
  cell(key: string): Pick<Cell, 'text'> | undefined;
  /** Moves on from an input; false where there is nowhere to go. */
  move(from: HTMLInputElement, down: number, right: number, extend: boolean): boolean;
  /** Of a host with keys of its own: an entry is committed, a number nudged. */
  enter?(key: string, text: string): void;
  nudge?(key: string, steps: number): void;
}

const PICK_AFTER = 150;

/** The class of a text that needs smaller letters, as computed numbers do. */
function isLong(text: string): string {
  return text.length > 7 ? 'long' : '';
}

export function cellInput(cell: Cell): TemplateResult {
  const id = `reason.${cell.q}`;
  return html`<span
      class=${`entry ${isLong(cell.brief ?? '')}`}
      data-brief=${cell.brief ?? nothing}
      title=${cell.brief ? cell.text : nothing}
      ><input
        type="text"
        autocomplete="off"
        spellcheck="false"
        data-q=${cell.q}
        class=${isLong(cell.text)}
        aria-label=${cell.aria}
        aria-invalid=${cell.error ? 'true' : nothing}
        aria-describedby=${cell.error ? id : nothing} /></span
    >${cell.error ? html`<span class="reason" id=${id} role="alert">${cell.error}</span>` : nothing}`;
}

/** True while what is typed into an input is not yet committed. */
export function isEditing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && 'editing' in target.dataset;
}

/** A text with the minus that other programs read as one. */
export function toCopy(text: string): string {
  return text.replaceAll('−', '-');
}

/** Makes a host's inputs behave like a spreadsheet's cells: one way to move among them, one way to edit. */
export class Cells {
  private timer = 0;
  private pressed: HTMLInputElement | null = null;

  /** `key` names the attribute data-… of the inputs' keys. */
  constructor(
    private readonly host: CellHost,
    private readonly key: 'q' | 'cell' = 'q',
  ) {
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      act: (input: HTMLInputElement, event: HTMLElementEventMap[K]) => void,
    ) =>
      host.addEventListener(type, (event) => {
        const input = event.target;
        if (input instanceof HTMLInputElement && input.dataset[key]) act(input, event);
      });
    on('focusin', (input) => this.stay(input));
    on('focusout', (input) => this.commit(input));
    on('input', (input) => this.edit(input));
    on('dblclick', (input) => this.edit(input));
    on('copy', (input, event) => this.copy(input, event as ClipboardEvent));
    on('keydown', (input, event) => this.press(input, event));
    on('pointerdown', (input) => (this.pressed = document.activeElement === input ? null : input));
    on('mouseup', (input, event) => {
      if (this.pressed === input && !isEditing(input)) event.preventDefault();
      this.pressed = null;
    });
  }

  /** Shows the current texts, except where somebody is typing; `texts`, where given, in the order of the inputs. */
  show(texts?: readonly string[]): void {
    for (const [i, input] of this.host.querySelectorAll<HTMLInputElement>(`input[data-${this.key}]`).entries()) {
      const key = this.keyOf(input);
      const text = (texts ? texts[i] : this.host.cell(key)?.text) ?? '';
      if (input.value === text && !input.hasAttribute('data-editing')) continue;
      if (input.dataset['editing'] === key) continue;
      delete input.dataset['editing'];
      if (input.value === text) continue;
      input.value = text;
      input.className = isLong(text);
      if (document.activeElement === input) input.select();
    }
  }

  commit(input: HTMLInputElement): void {
    const key = this.keyOf(input);
    const changed = isEditing(input) && input.value !== this.host.cell(key)?.text;
    delete input.dataset['editing'];
    if (!changed) return;
    if (this.host.enter) this.host.enter(key, input.value);
    else tell(input, 'cr-edit', { cells: [{ q: key, text: input.value }] });
  }

  private copy(input: HTMLInputElement, event: ClipboardEvent): void {
    const text = input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0);
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', toCopy(text));
    event.preventDefault();
  }

  private keyOf(input: HTMLInputElement): string {
    return input.dataset[this.key]!;
  }

  private stay(input: HTMLInputElement): void {
    input.select();
    const q = input.dataset['q'];
    clearTimeout(this.timer);
    if (!q) return;
    this.timer = window.setTimeout(() => {
      const page = input.closest<HTMLElement & { selected?: string | null }>('chainrule-page');
      if (document.activeElement === input && page?.selected !== q) tell(input, 'cr-pick', { q });
    }, PICK_AFTER);
  }

  private edit(input: HTMLInputElement): void {
    input.dataset['editing'] = this.keyOf(input);
  }

  private restore(input: HTMLInputElement): void {
    delete input.dataset['editing'];
    input.value = this.host.cell(this.keyOf(input))?.text ?? '';
    input.select();
  }

  private press(input: HTMLInputElement, event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const editing = isEditing(input);
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const right = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey && down) {
      this.commit(input);
      const [key, steps] = [this.keyOf(input), -down * (event.shiftKey ? 10 : 1)];
      if (this.host.nudge) this.host.nudge(key, steps);
      else tell(input, 'cr-nudge', { q: key, steps });
    } else if (event.altKey) return;
    else if (event.key === 'Enter') {
      this.commit(input);
      if (!this.host.move(input, event.shiftKey ? -1 : 1, 0, false)) input.select();
    } else if (event.key === 'F2') {
      this.edit(input);
      input.setSelectionRange(input.value.length, input.value.length);
    } else if (event.key === 'Escape' && editing) {
      this.restore(input);
      event.stopPropagation();
    } else if (down && editing) {
      this.commit(input);
      this.host.move(input, down, 0, false);
    } else if ((down || right) && !editing) {
      if (!this.host.move(input, down, right, event.shiftKey)) return;
    } else return;
    event.preventDefault();
  }
}
