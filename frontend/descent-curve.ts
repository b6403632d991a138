import { LitElement, css, html, nothing, svg } from 'lit';
import { tell } from './events.js';

const [WIDTH, HEIGHT, ROOM] = [108, 26, 5];
/** So many points can be told apart. */
const FEW = 24;
const WAYS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** A state of the page's history: J, and how it reads. */
interface Point {
  value: number;
  read: string;
}

/** J from update to update, small. Pointing and the arrow keys read a point, a click and Enter go to it. */
export class DescentCurve extends LitElement {
  static override properties = { reading: { state: true } };
  static override styles = css`
    :host { display: inline-flex; gap: 8px; align-items: center; font-size: 12.5px; color: var(--soft); }
    :host([hidden]) { display: none; }
    [role='slider'] { border-radius: 6px; cursor: pointer; touch-action: pan-y; }
    [role='slider']:focus-visible { outline: 2px solid var(--accent); }
    svg { display: block; fill: currentColor; stroke: currentColor; overflow: visible; }
    path { fill: none; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
    .done { color: var(--accent); }
    .undone { stroke-dasharray: 2 3; }
    circle { stroke: none; }
    .at { color: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
    .read { fill: var(--paper); stroke: var(--accent); stroke-width: 2; }
    span { white-space: nowrap; font-variant-numeric: tabular-nums; }
    @media print { :host { display: none; } }
  `;
  declare private reading: number | null;
  private readonly watch = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.reading = null;
    this.addEventListener('pointerleave', () => (this.reading = null));
    this.addEventListener('focusout', () => (this.reading = null));
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  override connectedCallback() {
    super.connectedCallback();
    this.watch.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
  }

  override disconnectedCallback() {
    this.watch.disconnect();
    super.disconnectedCallback();
  }

  private get points(): Point[] {
    return [...this.querySelectorAll('data')].map((point) => ({
      value: Number(point.value),
      read: point.textContent!,
    }));
  }

  private get at(): number {
    return Number(this.getAttribute('at'));
  }

  override render() {
    const points = this.points;
    if (points.length < 2) return nothing;
    const read = Math.min(this.reading ?? this.at, points.length - 1);
    const places = placed(points);
    const few = points.length <= FEW ? places.map((place, i) => dot(i <= this.at ? 'done' : '', place, 2)) : [];
    return html`<div
        role="slider"
        tabindex="0"
        aria-label=${this.getAttribute('name') ?? ''}
        aria-valuemin="0"
        aria-valuemax=${points.length - 1}
        aria-valuenow=${read}
        aria-valuetext=${points[read]!.read}
        @pointermove=${(event: PointerEvent) => (this.reading = this.nearest(event))}
        @click=${(event: MouseEvent) => this.choose(this.nearest(event))}
      >
        <svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
          <path class="undone" d=${path(places.slice(this.at))}></path>
          <path class="done" d=${path(places.slice(0, this.at + 1))}></path>
          ${few}
          ${dot('at', places[this.at], 4)} ${this.reading === null ? nothing : dot('read', places[read], 4)}
        </svg>
      </div>
      <span aria-hidden="true">${this.reading === null ? this.getAttribute('now') : points[read]!.read}</span>`;
  }

  private nearest(event: MouseEvent): number {
    const box = this.renderRoot.querySelector('svg')!.getBoundingClientRect();
    const last = this.points.length - 1;
    const at = (((event.clientX - box.left) / box.width) * WIDTH - ROOM) / (WIDTH - 2 * ROOM);
    return Math.max(0, Math.min(last, Math.round(at * last)));
  }

  private choose(point: number): void {
    tell(this, 'cr-revisit', { point });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.points.length - 1;
    const here = Math.min(this.reading ?? this.at, last);
    const ends: Record<string, number> = { Home: 0, End: last };
    const next = ends[event.key] ?? here + (WAYS[event.key] ?? NaN);
    if (!Number.isNaN(next)) this.reading = Math.max(0, Math.min(last, next));
    else if (event.key === 'Enter' || event.key === ' ') this.choose(here);
    else if (event.key === 'Escape' && this.reading !== null) this.reading = null;
    else return;
    event.preventDefault();
  }
}

/** Where each point stands; null where its J is not finite. */
function placed(points: Point[]): ([number, number] | null)[] {
  const finite = points.map((point) => point.value).filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  return points.map(({ value }, i) => {
    if (!Number.isFinite(value)) return null;
    const x = ROOM + (i / (points.length - 1)) * (WIDTH - 2 * ROOM);
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return [x, HEIGHT - ROOM - share * (HEIGHT - 2 * ROOM)];
  });
}

function path(places: ([number, number] | null)[]): string {
  let pen = 'M';
  let drawn = '';
  for (const place of places) {
    if (place) drawn += `${pen}${place[0].toFixed(1)} ${place[1].toFixed(1)}`;
    pen = place ? 'L' : 'M';
  }
  return drawn;
}

function dot(kind: string, place: [number, number] | null | undefined, radius: number) {
  return place ? svg`<circle class=${kind} cx=${place[0]} cy=${place[1]} r=${radius}></circle>` : nothing;
}

customElements.define('descent-curve', DescentCurve);
