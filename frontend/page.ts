import type { LitElement } from 'lit';
import { Address } from './address.js';
import { isEditing } from './cell.js';
import { Clipboard } from './clipboard.js';
import { tell } from './events.js';
import { settle } from './every-page.js';
import { Flash } from './flash.js';
import { rememberWorksheet } from './last-worksheet.js';
import { Ledger } from './ledger.js';
import './sent.js';
import { rememberedNotation, rememberNotation } from './notation.js';
import { isLastStep, isPresenting, rememberPresenting, turn } from './present.js';
import { chooseTheme, rememberedTheme, type Theme } from './theme.js';

const MARKED = '[data-q],[data-ref]';

/** The page's root: rings the selected number wherever it appears, flashes what changed, hears the shortcuts. */
export class ChainrulePage extends HTMLElement {
  /** The reader did something that the server did not hear, and the page was loaded anew. */
  unheard = false;
  /** What is shown is soon replaced by the next: nothing flashes. */
  passing = false;
  private readonly rings = new CSSStyleSheet();
  private readonly hover = new CSSStyleSheet();
  private readonly clipboard = new Clipboard();
  private readonly flash = new Flash(this, () => !this.passing);
  private readonly onKey = (event: KeyboardEvent) => this.shortcut(event);
  private readonly address = new Address(this);
  private readonly ledger = new Ledger(this);
  private readonly onLeave = () => {
    this.address.settle();
    this.ledger.leave();
    rememberWorksheet();
  };
  private chosen: string | null = null;
  private pointed: string | null = null;

  constructor() {
    super();
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('cr-copies', () => this.clipboard.expect());
    this.addEventListener('pointerover', (event) => this.point(event.target));
    this.addEventListener('pointerleave', () => this.point(null));
    this.addEventListener('focusin', (event) => this.point(event.target));
    this.addEventListener('focusout', () => this.point(null));
  }

  get selected(): string | null {
    return this.chosen;
  }

  /** The address of the selected number. */
  set selected(address: string | null) {
    this.chosen = address ?? null;
    // In the frame that shows it: another sheet has all styles worked out once more.
    requestAnimationFrame(() => this.rings.replaceSync(this.chosen ? ring(this.chosen, 'selected') : ''));
  }

  /** The last entry that the server has answered: fields show their numbers again, where it changed none too. */
  set answered(entry: string) {
    this.ledger.answered(entry);
    for (const field of this.querySelectorAll<LitElement>('value-field, weight-grid')) field.requestUpdate?.();
  }

  connectedCallback(): void {
    for (const name of ['selected', 'answered'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Object.getOwnPropertyDescriptor(this, name)!.value;
      delete (this as { [key in typeof name]?: unknown })[name];
      this[name] = value;
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.flash.sheet, this.hover, this.rings];
    document.addEventListener('keydown', this.onKey);
    window.addEventListener('pagehide', this.onLeave);
    this.flash.start();
    this.classList.toggle('present', isPresenting());
    setTimeout(() => {
      settle();
      const notation = rememberedNotation();
      tell(this, 'cr-theme', { theme: rememberedTheme(), presenting: isPresenting(), notation });
      if (!this.address.enter()) this.resume();
    });
  }

  disconnectedCallback(): void {
    const ours = [this.flash.sheet, this.hover, this.rings];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !ours.includes(sheet));
    document.removeEventListener('keydown', this.onKey);
    window.removeEventListener('pagehide', this.onLeave);
    this.address.leave();
    this.flash.stop();
  }

  follow(start: string, news: string, count: number): void {
    this.address.follow(start, news, count);
  }

  /** Has the address bar follow at once. */
  arrive(): void {
    this.address.settle();
  }

  /** Once the page shows its address: makes the entries again that had no answer, and says what became of them. */
  resume(): void {
    if (this.ledger.isEmpty && !this.unheard) return;
    this.unheard = false;
    tell(this, 'cr-resumed', { carried: this.ledger.repeat() });
  }

  rememberNotation(notation: string): void {
    rememberNotation(notation);
  }

  setTheme(theme: Theme): void {
    chooseTheme(theme);
  }

  setPresenting(presenting: boolean): void {
    rememberPresenting(presenting);
    scrollTo({ top: 0, behavior: 'instant' });
  }

  /** Goes on to the exercise that the address asks for. */
  practise(): void {
    location.assign(this.exercise());
  }

  /** The address of this worksheet as an exercise. */
  private exercise(): string {
    this.address.settle();
    return `practise${location.search}${location.hash}`;
  }

  /** Copies a text; false where the browser refuses. */
  share(text: string): Promise<boolean> {
    return this.clipboard.write(text);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const practise = target.closest<HTMLAnchorElement>('a[href^="practise"]');
    if (practise) practise.href = this.exercise();
    const skip = target.closest<HTMLAnchorElement>('a.skip');
    if (skip) {
      event.preventDefault();
      enter(this.querySelector<HTMLElement>(skip.hash));
      return;
    }
    const row = target.closest<HTMLElement>('button[data-pick]');
    if (row) tell(this, 'cr-pick', { q: row.dataset['pick']! });
    if (target.closest('[data-copies]')) this.clipboard.expect();
    if (target.closest('.dock .close')) this.leaveDock();
    if (target.closest('network-view, input, select, textarea, button, a, summary')) return;
    const mark = target.closest<HTMLElement>(MARKED);
    if (mark && String(getSelection()) === '') tell(this, 'cr-pick', { q: address(mark)! });
  }

  /** The derivation is about to close: the focus goes back to its number. */
  private leaveDock(): void {
    const marks = this.chosen ? this.querySelectorAll<HTMLElement>(`[data-q="${CSS.escape(this.chosen)}"]`) : [];
    [...marks].find((mark) => mark.tabIndex >= 0 && mark.offsetParent)?.focus();
  }

  private point(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>(MARKED) : null;
    const pointed = mark ? address(mark) : null;
    if (pointed === this.pointed) return;
    this.pointed = pointed;
    this.hover.replaceSync(pointed ? ring(pointed, 'pointed') : '');
  }

  private shortcut(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open]:modal')) return;
    const key = meaning(event);
    if (!key) return;
    if (key === 'escape' && (event.target as Element).closest('.dock')) this.leaveDock();
    if (key !== 'escape') event.preventDefault();
    if (key === 'on' || key === 'back') {
      this.querySelector<HTMLElement>(`[data-walk="${key}"]`)?.click();
      return;
    }
    const way = key === 'next' ? 1 : key === 'previous' ? -1 : 0;
    if (way && this.matches('.present')) {
      if (turn(this, way) || isLastStep(this, way)) return;
      scrollTo({ top: 0, behavior: 'instant' });
    }
    tell(this, 'cr-key', { key });
  }
}

/** Moves the focus to a part of the page that has none of its own. */
function enter(part: HTMLElement | null): void {
  const place = part?.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])') ?? part;
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
}

function meaning(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  const cell = target instanceof HTMLInputElement && ('q' in target.dataset || 'cell' in target.dataset);
  const types = !!target.closest?.('input:not([type=radio],[type=checkbox]), textarea, [contenteditable]');
  const typing = cell ? isEditing(target) : types;
  const command = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  const slides = target.matches?.('input[type=range]');
  if (command && !event.altKey && (!typing || slides)) {
    if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
    return letter === 'y' ? 'redo' : null;
  }
  if (event.altKey) {
    if (event.code === 'KeyM' && !command) return event.shiftKey ? 'unpin' : 'pin';
    if (event.code === 'KeyN' && !command) return event.shiftKey ? 'back' : 'on';
    return event.code === 'KeyP' && !command ? 'present' : null;
  }
  if (command || typing) return null;
  if (event.key === 'PageDown') return 'next';
  if (event.key === 'PageUp') return 'previous';
  if (event.key === 'Escape') return 'escape';
  return event.key === '?' && !types ? 'help' : null;
}

function address(mark: HTMLElement | SVGElement): string | null {
  return mark.dataset['q'] ?? mark.dataset['ref'] ?? mark.getAttribute('data-q') ?? mark.getAttribute('data-ref');
}

/** The rules that ring a number wherever it appears: in text, in formulas, in the drawing. */
function ring(q: string, kind: 'selected' | 'pointed'): string {
  const name = CSS.escape(q);
  const mark = `:is([data-q="${name}"],[data-ref="${name}"])`;
  return `${mark}:not(svg *){outline:var(--ring-${kind});outline-offset:1px;border-radius:4px}
    math ${mark}{background:var(--tint-${kind});outline:0}
    svg ${mark}>.ring{opacity:var(--ring-opacity-${kind})}
    svg ${mark}.quiet{opacity:1;visibility:visible}`;
}

customElements.define('chainrule-page', ChainrulePage);
