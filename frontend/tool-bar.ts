/** What Tab and the arrow keys stop at. */
const ITEMS = ':scope > a, :scope > button, :scope > details > summary, :scope > file-menu > details > summary';
const WAYS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Controls of which Tab reaches one, and the arrow keys, Home and End the others (ARIA's toolbar): the one that was used
 * last, or the current one.
 */
export class ToolBar extends HTMLElement {
  private stop: HTMLElement | null = null;
  private readonly watch = new MutationObserver((records) => {
    if (records.some((record) => record.attributeName === 'aria-current')) this.stop = null;
    this.settle();
  });

  constructor() {
    super();
    this.addEventListener('focusin', (event) => this.settle(event.target as HTMLElement));
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  connectedCallback(): void {
    this.watch.observe(this, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'hidden', 'aria-current'],
    });
    this.settle();
  }

  disconnectedCallback(): void {
    this.watch.disconnect();
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => !item.matches('[disabled], [hidden]'));
  }

  private settle(focused?: HTMLElement): void {
    const items = this.items;
    if (focused && items.includes(focused)) this.stop = focused;
    const lost = this.stop?.matches('[disabled]') && this.stop === document.activeElement;
    if (!this.stop || !items.includes(this.stop))
      this.stop = items.find((item) => item.ariaCurrent) ?? items[0] ?? null;
    for (const item of items) item.tabIndex = item === this.stop ? 0 : -1;
    if (lost) this.stop?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const items = this.items;
    const here = items.indexOf(event.target as HTMLElement);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const ends: Record<string, number> = { Home: 0, End: items.length - 1 };
    const there = ends[event.key] ?? here + (WAYS[event.key] ?? NaN);
    if (Number.isNaN(there)) return;
    event.preventDefault();
    items[(there + items.length) % items.length]!.focus();
  }
}

customElements.define('tool-bar', ToolBar);
