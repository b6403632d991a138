import { LitElement, html, nothing, svg } from 'lit';
import type { Tick } from './axes.js';

/** One curve over the epochs of a run. Places are in the unit square: [0, 0] is bottom left. */
export interface RunChart {
  label: string;
  /** What is drawn, as HTML. */
  name: string;
  /** The class of its colour. */
  role: string;
  /** From left to right; a null y is a gap. */
  points: [number, number | null][];
  /** What is read at each point. */
  reads: string[];
  /** Where the page stands. */
  at: number | null;
  xTicks: Tick[];
  yTicks: Tick[];
}

const [LEFT, RIGHT, TOP, BOTTOM] = [50, 10, 6, 20];

/** A curve that is read by pointing at it or with the arrow keys. */
export class RunChartView extends LitElement {
  static override properties = { chart: { attribute: false }, width: { state: true }, reading: { state: true } };
  declare chart: RunChart | undefined;
  declare private width: number;
  /** The point that is read; where none is, that of the page. */
  declare private reading: number | null;
  private readonly watch = new ResizeObserver(([entry]) => {
    if (entry!.contentRect.width > 0) this.width = Math.round(entry!.contentRect.width);
  });

  constructor() {
    super();
    this.width = 500;
    this.reading = null;
    this.addEventListener('pointermove', (event) => this.point(event));
    this.addEventListener('pointerleave', () => (this.reading = null));
    this.addEventListener('focusout', () => (this.reading = null));
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.watch.observe(this);
  }

  override disconnectedCallback() {
    this.watch.disconnect();
    super.disconnectedCallback();
  }

  private get height(): number {
    return this.width < 340 ? 120 : 150;
  }

  private x(at: number): number {
    return LEFT + at * (this.width - LEFT - RIGHT);
  }

  private y(at: number): number {
    return this.height - BOTTOM - at * (this.height - TOP - BOTTOM);
  }

  override render() {
    const chart = this.chart;
    if (!chart) return nothing;
    const last = chart.points.length - 1;
    const read = Math.min(this.reading ?? this.here(chart), last);
    return html`<p class="reading"><b class=${chart.role} .innerHTML=${chart.name}></b> <span>${chart.reads[read] ?? ''}</span></p>
      <div
        role="slider"
        tabindex="0"
        aria-readonly="true"
        aria-label=${chart.label}
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, last)}
        aria-valuenow=${Math.max(0, read)}
        aria-valuetext=${chart.reads[read] ?? ''}
      >
        <svg viewBox="0 0 ${this.width} ${this.height}" aria-hidden="true">
          ${chart.yTicks.map(
            (tick) => svg`<path class="grid" d="M${this.x(0)} ${this.y(tick.at)}H${this.x(1)}"></path>
              <text x=${LEFT - 7} y=${this.y(tick.at) + 4} text-anchor="end">${tick.text}</text>`,
          )}
          ${chart.xTicks.map(
            (tick) =>
              svg`<text x=${this.x(tick.at)} y=${this.height - 4} text-anchor=${anchor(tick.at)}>${tick.text}</text>`,
          )}
          <path class="axis" d="M${this.x(0)} ${TOP}V${this.y(0)}H${this.x(1)}"></path>
          ${chart.at == null ? nothing : svg`<path class="here" d="M${this.x(chart.at)} ${TOP}V${this.y(0)}"></path>`}
          <path class="run ${chart.role}" d=${this.path(chart.points)}></path>
          ${this.reading === null ? nothing : this.cursor(chart.points[read])}
        </svg>
      </div>`;
  }

  /** The point where the page stands, or the last one. */
  private here({ points, at }: RunChart): number {
    return at === null ? points.length - 1 : nearest(points, ([x]) => Math.abs(x - at));
  }

  private cursor(point: RunChart['points'][number] | undefined) {
    if (!point) return nothing;
    const [a, b] = point;
    return svg`<path class="cursor" d="M${this.x(a)} ${TOP}V${this.y(0)}"></path>
      ${b === null ? nothing : svg`<circle class="now" cx=${this.x(a)} cy=${this.y(b)} r="4"></circle>`}`;
  }

  private path(points: RunChart['points']): string {
    let pen = 'M';
    let drawn = '';
    for (const [a, b] of points) {
      if (b === null) pen = 'M';
      else {
        drawn += `${pen}${this.x(a).toFixed(1)} ${this.y(b).toFixed(1)}`;
        pen = 'L';
      }
    }
    return drawn;
  }

  private point(event: PointerEvent): void {
    const box = this.querySelector('svg')?.getBoundingClientRect();
    if (!box || !this.chart?.points.length) return;
    const at = ((event.clientX - box.left) * this.width) / box.width;
    this.reading = nearest(this.chart.points, ([a]) => Math.abs(this.x(a) - at));
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.chart) return;
    const last = this.chart.points.length - 1;
    const ways: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 };
    const here = Math.min(this.reading ?? this.here(this.chart), last);
    const ends: Record<string, number> = { Home: 0, End: last };
    const next = ends[event.key] ?? here + (ways[event.key] ?? NaN);
    if (Number.isNaN(next) || event.ctrlKey || event.metaKey || event.altKey) return;
    this.reading = Math.max(0, Math.min(last, next));
    event.preventDefault();
  }
}

/** Which of the points is the least far. */
function nearest(points: RunChart['points'], far: (point: RunChart['points'][number]) => number): number {
  let found = 0;
  points.forEach((point, i) => {
    if (far(point) < far(points[found]!)) found = i;
  });
  return found;
}

function anchor(at: number): string {
  return at > 0.97 ? 'end' : 'middle';
}

customElements.define('run-chart', RunChartView);
