import { LitElement, html, nothing, svg } from 'lit';
import type { Tick } from './axes.js';

/** A place in the unit square: [0, 0] is bottom left. */
type Point = [number, number];

export interface Curve {
  label: string;
  xLabel: string;
  yLabel: string;
  /** From left to right; a null y is a gap. */
  points: [number, number | null][];
  point: Point;
  tangent: [Point, Point];
  /** From the current value to the one after the update. */
  step: [Point, Point] | null;
  /** The line through the two points of a nudge. */
  secant: { line: [Point, Point]; points: [Point, Point]; text: string } | null;
  slopeText: string;
  stepText: string;
  xTicks: Tick[];
  yTicks: Tick[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [460, 210, 52, 14, 24, 44];
const CHARACTER = 7;

const x = (value: number) => LEFT + value * (WIDTH - LEFT - RIGHT);
const y = (value: number) => HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM);
const at = ([a, b]: Point) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`;

/** The loss as a function of one parameter, with the tangent and the update's step at its current value. */
export class LossCurve extends LitElement {
  static override properties = { curve: { attribute: false } };
  declare curve: Curve | undefined;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const curve = this.curve;
    if (!curve) return nothing;
    const [px, py] = [x(curve.point[0]), y(curve.point[1])];
    return html`<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${curve.label}>
      <path class="axis" d="M${x(0)} ${y(1) - 8}V${y(0)}H${x(1)}"></path>
      ${curve.xTicks.map(
        (tick) => svg`<path class="axis" d="M${x(tick.at)} ${y(0)}v4"></path>
          <text class="tick" x=${x(tick.at)} y=${y(0) + 17} text-anchor="middle">${tick.text}</text>`,
      )}
      ${curve.yTicks.map(
        (tick) => svg`<path class="axis" d="M${x(0)} ${y(tick.at)}h-4"></path>
          <text class="tick" x=${x(0) - 7} y=${y(tick.at) + 4} text-anchor="end">${tick.text}</text>`,
      )}
      <text class="name" x=${x(1)} y=${HEIGHT - 6} text-anchor="end">${curve.xLabel}</text>
      <text class="name" x=${LEFT} y="12" text-anchor="middle">${curve.yLabel}</text>
      <path class="loss" d=${path(curve.points)}></path>
      ${curve.secant ? this.secant(curve.secant) : nothing}
      <path class="tangent" d="M${at(curve.tangent[0])}L${at(curve.tangent[1])}"></path>
      ${curve.step ? this.step(curve, curve.step) : nothing}
      <circle class="now" cx=${px} cy=${py} r="5"></circle>
      ${this.texts(curve, px, py)}
    </svg>`;
  }

  private secant({ line, points, text }: NonNullable<Curve['secant']>) {
    const caption = HEIGHT - 10;
    return svg`<path class="secant" d="M${at(line[0])}L${at(line[1])}"></path>
      ${points.map(([a, b]) => svg`<circle class="nudged" cx=${x(a)} cy=${y(b)} r="3.5"></circle>`)}
      <path class="secant" d="M${LEFT} ${caption}h22"></path>
      <text class="secanttext" x=${LEFT + 28} y=${caption + 4}>${text}</text>`;
  }

  private step(curve: Curve, [from, to]: [Point, Point]) {
    const [a, b] = [x(from[0]), x(to[0])];
    const level = y(curve.point[1]);
    const way = Math.sign(b - a) || 1;
    const head = Math.abs(b - a) > 6 ? `M${b - 6 * way} ${level - 4}L${b} ${level}L${b - 6 * way} ${level + 4}` : '';
    return svg`<path class="step" d="M${a} ${level}H${b}${head}"></path>
      <circle class="next" cx=${b} cy=${y(to[1])} r="4"></circle>`;
  }

  /** The slope above the rising side of the tangent's clear half, the step's text on the other side of the curve. */
  private texts(curve: Curve, px: number, py: number) {
    const rises = curve.tangent[1][1] >= curve.tangent[0][1];
    const fit = (text: string, wanted: number) => {
      const half = (text.length * CHARACTER) / 2;
      return Math.min(WIDTH - RIGHT - half, Math.max(LEFT + 6 + half, wanted));
    };
    const side = rises ? 1 : -1;
    const slope = curve.slopeText;
    const step = curve.stepText;
    const below = Math.min(y(0) - 6, py + 26);
    const above = Math.max(TOP, py - 18);
    return svg`<text class="slope" text-anchor="middle" x=${fit(slope, px + side * (slope.length * 3.5 + 12))}
        y=${below}>${slope}</text>
      <text class="steptext" text-anchor="middle" x=${fit(step, px - side * (step.length * 3.5 + 12))}
        y=${above}>${step}</text>`;
  }
}

function path(points: Curve['points']): string {
  let pen = 'M';
  let drawn = '';
  for (const [a, b] of points) {
    if (b === null) pen = 'M';
    else {
      drawn += pen + at([a, b]);
      pen = 'L';
    }
  }
  return drawn;
}

customElements.define('loss-curve', LossCurve);
