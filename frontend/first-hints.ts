import type { PageEvents } from './events.js';

/** What a reader does first: the keys of the hints, in their order. */
const DEEDS = ['weight', 'pick', 'step'] as const;
type Deed = (typeof DEEDS)[number];

const KEY = 'chainrule.hints';
const PARAMETER = /^[wb]\./;
const TYPED = /^([wbxy]\.|lr$)/;

/** The hints of a first visit: the first that is not yet done stands beside J, and each goes for good once done. */
export class FirstHints extends HTMLElement {
  private done = new Set<string>();
  private page: HTMLElement | null = null;
  private readonly onEdit = (event: Event) => {
    const { cells } = (event as CustomEvent<PageEvents['cr-edit']>).detail;
    if (cells.some((cell) => PARAMETER.test(cell.q))) this.finish('weight');
  };
  private readonly onMove = (event: Event) => {
    if (PARAMETER.test((event as CustomEvent<{ q: string }>).detail.q)) this.finish('weight');
  };
  private readonly onPick = (event: Event) => {
    if (!TYPED.test((event as CustomEvent<PageEvents['cr-pick']>).detail.q)) this.finish('pick');
  };
  private readonly onKey = (event: Event) => {
    if (/^(next|previous)$/.test((event as CustomEvent<PageEvents['cr-key']>).detail.key)) this.finish('step');
  };
  private readonly onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest('.steps button, .step > .body > .row > .btn')) this.finish('step');
    if (this.contains(target.closest('button'))) this.finish(...DEEDS);
  };
  /** Escape closes what is open first. */
  private readonly onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.dataset['show']) return;
    const busy = this.page?.matches('.present') || this.page?.querySelector('.dock > .box:not([hidden])');
    const elsewhere = document.querySelector(
      'dialog[open], details.menu[open], [data-editing], .layer-menu:popover-open, .layer-name:popover-open',
    );
    if (this.contains(document.activeElement) || (!busy && !elsewhere)) this.finish(...DEEDS);
  };

  connectedCallback(): void {
    this.page = this.closest('chainrule-page');
    this.done = remembered();
    if (DEEDS.every((deed) => this.done.has(deed)) || isAtAPlace()) return;
    this.page?.addEventListener('cr-edit', this.onEdit);
    this.page?.addEventListener('cr-scrub', this.onMove);
    this.page?.addEventListener('cr-nudge', this.onMove);
    this.page?.addEventListener('cr-pick', this.onPick);
    this.page?.addEventListener('cr-key', this.onKey);
    this.page?.addEventListener('click', this.onClick);
    document.addEventListener('keydown', this.onEscape, { capture: true });
    this.show();
  }

  disconnectedCallback(): void {
    this.page?.removeEventListener('cr-edit', this.onEdit);
    this.page?.removeEventListener('cr-scrub', this.onMove);
    this.page?.removeEventListener('cr-nudge', this.onMove);
    this.page?.removeEventListener('cr-pick', this.onPick);
    this.page?.removeEventListener('cr-key', this.onKey);
    this.page?.removeEventListener('click', this.onClick);
    document.removeEventListener('keydown', this.onEscape, { capture: true });
    this.page = null;
  }

  private finish(...deeds: Deed[]): void {
    if (deeds.every((deed) => this.done.has(deed))) return;
    if (deeds.length === DEEDS.length && this.contains(document.activeElement))
      this.closest<HTMLElement>('main')?.focus({ preventScroll: true });
    for (const deed of deeds) this.done.add(deed);
    remember(this.done);
    this.show();
  }

  /** What is over keeps its room, so that nothing moves. */
  private show(): void {
    this.dataset['show'] = DEEDS.find((deed) => !this.done.has(deed)) ?? '';
  }
}

/** Whether the link leads to a number or a step: who has it knows how. */
function isAtAPlace(): boolean {
  const link = `${location.search}&${location.hash.slice(1)}`;
  return /[?&](sel|step)=/.test(link);
}

function remembered(): Set<string> {
  try {
    return new Set((localStorage.getItem(KEY) ?? '').split(' '));
  } catch {
    return new Set(DEEDS);
  }
}

function remember(done: Set<string>): void {
  try {
    localStorage.setItem(KEY, [...done].filter(Boolean).join(' '));
  } catch {
    // Without storage no hint was shown.
  }
}

customElements.define('first-hints', FirstHints);
