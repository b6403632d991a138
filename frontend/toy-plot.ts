import { LitElement, html, nothing, svg } from 'lit';
import { around, square, LEFT, TOP, type Axes } from './axes.js';

/** Points in a square. Places are in the unit square: [0, 0] is bottom left. */
export interface ToyPlot extends Axes {
  /** Empty for a mere picture, without axes. */
  label: string;
  /** x, y and a level: from 0, the lowest target, to 8; -1 where the target is the height. */
  dots: [number, number, number][];
  legend: { level: number; text: string }[];
}

const HIGHEST = 8;
const SIZE = 250;
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
    const many = plot.dots.length > MANY;
    return html`<svg class=${many ? 'many' : nothing} viewBox=${around(SIZE)} role="img" aria-label=${plot.label}>
        ${square(plot, SIZE)}
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
