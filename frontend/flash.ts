const MOST = 150;
const DURATION = 700;

/** Flashes each number on the page whose text has changed since it was last looked at. */
export class Flash {
  private readonly texts = new WeakMap<Element, { q: string; text: string }>();
  private latest = new Map<string, string>();
  private frame = 0;
  private readonly observer = new MutationObserver(() => {
    this.frame ||= requestAnimationFrame(() => this.look());
  });

  constructor(private readonly root: HTMLElement) {}

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
  }

  private look(): void {
    this.frame = 0;
    const latest = new Map<string, string>();
    const changed: Element[] = [];
    for (const mark of this.root.querySelectorAll('[data-q],[data-ref]')) {
      const own = mark.getAttribute('data-q');
      const q = own ?? mark.getAttribute('data-ref')!;
      const text = mark instanceof HTMLInputElement ? mark.value : mark.textContent!.trim();
      const before = this.texts.get(mark);
      const known = before?.q === q ? before.text : own ? this.latest.get(q) : undefined;
      if (own) latest.set(q, text);
      if (known !== undefined && known !== text && document.activeElement !== mark) changed.push(mark);
      this.texts.set(mark, { q, text });
    }
    this.latest = latest;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!calm && !document.documentElement.classList.contains('scrubbing')) changed.slice(0, MOST).forEach(flash);
  }
}

function flash(mark: Element): void {
  const ring = mark.querySelector(':scope > .ring');
  if (ring) ring.animate({ opacity: [0.9, 0.9, 0] }, { duration: DURATION });
  else if (!(mark instanceof SVGElement) && !mark.querySelector('[data-q],[data-ref]'))
    mark.animate({ backgroundColor: ['var(--flash)', 'var(--flash)', 'transparent'] }, { duration: DURATION });
}
