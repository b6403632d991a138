import { LitElement, html, nothing, svg } from 'lit';

interface Tick {
  at: number;
  text: string;
}

/** Points in a square. Places are in the unit square: [0, 0] is bottom left. */
export interface ToyPlot {
  /** Empty for a mere picture, without axes. */
  label: string;
  /** x, y and a level: from 0, the lowest target, to 8; -1 where the target is the height. */
  dots: [number, number, number][];
  xTicks: Tick[];
  yTicks: Tick[];
  xName: string;
  yName: string;
  legend: { level: number; text: string }[];
}

const HIGHEST = 8;
const [SIZE, LEFT, TOP, BOTTOM] = [250, 38, 22, 34];
const SMALL = 56;
const MANY = 300;

/** Toy data as they look. */
export class ToyPlotView extends LitElement {
  static override properties = { plot: { attribute: false } };
  declare plot: ToyPlot | undefined;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const plot = this.plot;
    if (!plot) return nothing;
    if (!plot.label)
      return html`<svg viewBox="0 0 ${SMALL} ${SMALL}" aria-hidden="true">${marks(plot, 0, 0, SMALL, plot.dots.length > 100 ? 1.4 : 1.8)}</svg>`;
    const x = (at: number) => LEFT + at * SIZE;
    const y = (at: number) => TOP + (1 - at) * SIZE;
    const many = plot.dots.length > MANY;
    return html`<svg class=${many ? 'many' : nothing} viewBox="0 0 ${LEFT + SIZE + 8} ${TOP + SIZE + BOTTOM}" role="img" aria-label=${plot.label}>
        <rect class="frame" x=${LEFT} y=${TOP} width=${SIZE} height=${SIZE}></rect>
        ${plot.xTicks.map((t) => svg`<text x=${x(t.at)} y=${TOP + SIZE + 15} text-anchor="middle">${t.text}</text>`)}
        ${plot.yTicks.map((t) => svg`<text x=${LEFT - 6} y=${y(t.at) + 4} text-anchor="end">${t.text}</text>`)}
        <text class="name" x=${x(0.5)} y=${TOP + SIZE + 30} text-anchor="middle">${plot.xName}</text>
        <text class="name" x=${LEFT} y=${TOP - 7} text-anchor="middle">${plot.yName}</text>
        ${marks(plot, LEFT, TOP, SIZE, many ? 2.6 : 3.6)}
      </svg>
      <ul class="legend">
        ${plot.legend.map(
          ({ level, text }) =>
            html`<li>
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                ${svg`<path class="dots" style=${colour(level)} d=${mark(level, 0, 0, 6)}></path>`}</svg
              >${text}
            </li>`,
        )}
      </ul>`;
  }
}

/** One path for all dots of a level. */
function marks(plot: ToyPlot, left: number, top: number, size: number, r: number) {
  const levels = new Map<number, string>();
  for (const [a, b, level] of plot.dots)
    levels.set(level, (levels.get(level) ?? '') + mark(level, left + a * size, top + (1 - b) * size, r));
  return [...levels].map(([level, path]) => svg`<path class="dots" style=${colour(level)} d=${path}></path>`);
}

/** A circle, above the middle a diamond. */
function mark(level: number, x: number, y: number, r: number): string {
  const s = r * 1.25;
  return level > HIGHEST / 2
    ? `M${x.toFixed(1)} ${(y - s).toFixed(1)}l${s} ${s}l${-s} ${s}l${-s} ${-s}z`
    : `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

function colour(level: number): string {
  if (level < 0) return 'fill: var(--y)';
  const share = Math.abs(level / HIGHEST - 0.5) * 200;
  return `fill: color-mix(in srgb, var(--map-${level * 2 < HIGHEST ? 'low' : 'high'}) ${share}%, var(--map-middle))`;
}

customElements.define('toy-plot', ToyPlotView);
