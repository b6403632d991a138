import { LitElement, html, nothing, svg } from 'lit';
import type { Axes } from './axes.js';

/** A function of one input with the samples. Places are in the unit square; a null y is a gap. */
export interface LineScene extends Axes {
  label: string;
  points: [number, number | null][];
  dots: [number, number | null][];
  /** The sample on show. */
  now: number;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [500, 240, 50, 24, 8, 24];
const x = (at: number) => LEFT + at * (WIDTH - LEFT - RIGHT);
const y = (at: number) => HEIGHT - BOTTOM - at * (HEIGHT - TOP - BOTTOM);

export class OutputLineView extends LitElement {
  static override properties = { scene: { attribute: false } };
  declare scene: LineScene | undefined;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const scene = this.scene;
    if (!scene) return nothing;
    return html`<svg class="line-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${scene.label}>
      ${scene.yTicks.map(
        (t) => svg`<path class="grid" d="M${x(0)} ${y(t.at)}H${x(1)}"></path>
          <text x=${LEFT - 7} y=${y(t.at) + 4} text-anchor="end">${t.text}</text>`,
      )}
      ${scene.xTicks.map((t) => svg`<text x=${x(t.at)} y=${HEIGHT - 7} text-anchor="middle">${t.text}</text>`)}
      <path class="axis" d="M${x(0)} ${TOP}V${y(0)}H${x(1)}"></path>
      <text class="name" x=${WIDTH - 2} y=${HEIGHT - 7} text-anchor="end">${scene.xName}</text>
      <text class="name" x="2" y=${TOP + 8}>${scene.yName}</text>
      ${scene.dots.map(([a, b], i) =>
        b === null
          ? nothing
          : svg`<circle class=${i === scene.now ? 'dot now' : 'dot'} cx=${x(a)} cy=${y(b)} r=${i === scene.now ? 6 : 4}></circle>`,
      )}
      <path class="run" d=${drawn(scene.points)}></path>
    </svg>`;
  }
}

function drawn(points: LineScene['points']): string {
  let pen = 'M';
  let path = '';
  for (const [a, b] of points) {
    if (b !== null) path += `${pen}${x(a).toFixed(1)} ${y(b).toFixed(1)}`;
    pen = b === null ? 'M' : 'L';
  }
  return path;
}

customElements.define('output-line', OutputLineView);
