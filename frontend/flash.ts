const MOST = 150;
const DURATION = 600;
/** Where more than this changes at once, a flash of everything would say nothing, and cost much. */
const TOO_MANY = 1500;

/**
 * Flashes each number on the page whose text has changed since it was last looked at: on and off again, by one style
 * sheet. A fade would repaint the page sixty times a second while the next edit waits.
 */
export class Flash {
  readonly sheet = new CSSStyleSheet();
  private texts = new Map<string, string>();
  private frame = 0;
  private timer = 0;
  private changes = 0;
  /** Whether a number may have changed in this frame. */
  private wanting = false;
  private readonly observer = new MutationObserver((records) => {
    this.changes += records.length;
    this.wanting ||= records.some(isOfNumber);
    this.frame ||= requestAnimationFrame(() => this.look());
  });

  constructor(
    private readonly root: HTMLElement,
    private readonly wanted: () => boolean,
  ) {}

  start(): void {
    this.observer.observe(this.root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['value'],
    });
  }

  stop(): void {
    this.observer.disconnect();
    clearTimeout(this.timer);
    this.sheet.replaceSync('');
  }

  private look(): void {
    this.frame = 0;
    const many = this.changes > TOO_MANY;
    const none = !this.wanting;
    this.changes = 0;
    this.wanting = false;
    if (none) return;
    if (many) {
      this.texts.clear();
      return;
    }
    const texts = new Map<string, string>();
    for (const mark of this.root.querySelectorAll<HTMLElement>('[data-q]')) {
      const text = mark instanceof HTMLInputElement ? mark.value : mark.textContent!;
      texts.set(mark.dataset['q']!, text);
    }
    const changed = [...texts].filter(([q, text]) => (this.texts.get(q) ?? text) !== text).map(([q]) => q);
    this.texts = texts;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (changed.length && this.wanted() && !calm && !document.documentElement.classList.contains('scrubbing'))
      this.show(changed.slice(0, MOST));
  }

  private show(addresses: string[]): void {
    const on = (attribute: string) => addresses.map((q) => `[${attribute}="${CSS.escape(q)}"]`).join();
    this.sheet.replaceSync(`
      :is(${on('data-q')}):not(svg *, :focus), math :is(${on('data-ref')}) { background: var(--flash); border-radius: 4px }
      svg :is(${on('data-ref')}) > rect.ring { opacity: 0.9 }`);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.sheet.replaceSync(''), DURATION);
  }
}

/** Whether a number may have changed: a derivation comes and goes without one. */
function isOfNumber({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList' || (target as Element).closest('[data-q]')) return true;
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && holdsNumber(node));
}

function holdsNumber(node: Element): boolean {
  return node.matches('[data-q]') || node.querySelector('[data-q]') !== null;
}
