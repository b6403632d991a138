import { LitElement, html, nothing, svg } from 'lit';
import { around, square, LEFT, TOP, type Axes } from './axes.js';

/** What stands around a map and on it. Places are in the unit square: [0, 0] is bottom left. */
export interface MapScene extends Axes {
  label: string;
  kind: 'value' | 'classes';
  levels: number;
  /** The samples: x, y, level, shape. */
  dots: [number, number, number, number][];
  /** The sample on show. */
  now: number;
  legend: { level: number; shape: number; text: string }[];
}

/** The levels of a square of cells, row by row from the top: a character each, '0' the first; a blank has none. */
export interface OutputMap {
  columns: number;
  cells: string;
}

type Colour = [number, number, number];

const SIZE = 300;
const FIRST = '0'.charCodeAt(0);

/** The output over two inputs as a map of colours, with the samples on it. */
export class OutputMapView extends LitElement {
  static override properties = { scene: { attribute: false }, map: { attribute: false } };
  declare scene: MapScene | undefined;
  declare map: OutputMap | undefined;
  private readonly repaint = () => this.paint();
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly theme = new MutationObserver(this.repaint);

  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.dark.addEventListener('change', this.repaint);
    this.theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  override disconnectedCallback() {
    this.dark.removeEventListener('change', this.repaint);
    this.theme.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const scene = this.scene;
    if (!scene) return nothing;
    const x = (at: number) => LEFT + at * SIZE;
    const y = (at: number) => TOP + (1 - at) * SIZE;
    return html`<div class="map" role="img" aria-label=${scene.label}>
        <canvas></canvas>
        <svg viewBox=${around(SIZE)} aria-hidden="true">
          ${square(scene, SIZE)}
          ${scene.dots.map(
            (
              [a, b, , shape],
              i,
            ) => svg`<path class=${i === scene.now ? 'dot now' : 'dot'} d=${outline(shape, i === scene.now ? 7 : 4.5)}
              transform="translate(${x(a).toFixed(1)} ${y(b).toFixed(1)})"></path>`,
          )}
        </svg>
      </div>
      <ul class="legend ${scene.kind}">
        ${scene.legend.map(
          ({ shape, text }) =>
            html`<li>
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                ${svg`<path class="dot" d=${outline(shape < 0 ? 3 : shape, 7)}></path>`}</svg
              >${text}
            </li>`,
        )}
      </ul>`;
  }

  override updated() {
    this.paint();
  }

  private paint(): void {
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !this.map || !this.scene) return;
    const { columns, cells } = this.map;
    canvas.width = canvas.height = columns;
    const image = context.createImageData(columns, columns);
    const colours = this.colours();
    for (let i = 0; i < cells.length; i++) {
      const colour = colours[cells.charCodeAt(i) - FIRST];
      if (colour) image.data.set([...colour, 255], 4 * i);
    }
    context.putImageData(image, 0, 0);
    canvas.classList.toggle('sharp', this.scene.kind === 'classes');
    this.shade(colours);
  }

  /** The samples' colours, which follow the theme. */
  private shade(colours: Colour[]): void {
    const scene = this.scene!;
    const levels = [...scene.dots.map((dot) => dot[2]), ...scene.legend.map((entry) => entry.level)];
    this.querySelectorAll<SVGElement>('.dot').forEach((dot, i) => {
      const colour = colours[levels[i]!];
      dot.setAttribute('fill', colour ? `rgb(${colour.join(' ')})` : 'none');
    });
  }

  /** One colour for each level, from the style sheet's. */
  private colours(): Colour[] {
    const scene = this.scene!;
    const canvas = this.querySelector('canvas')!;
    const named = (name: string) => {
      canvas.style.color = `var(${name})`;
      return channels(getComputedStyle(canvas).color);
    };
    if (scene.kind === 'classes') return Array.from({ length: scene.levels }, (_, i) => named(`--map-class-${i + 1}`));
    const [low, middle, high] = [named('--map-low'), named('--map-middle'), named('--map-high')];
    const half = (scene.levels - 1) / 2;
    return Array.from({ length: scene.levels }, (_, i) =>
      i < half ? mixed(low, middle, i / half) : mixed(middle, high, (i - half) / half),
    );
  }
}

/** Of "rgb(33, 102, 196)". */
function channels(colour: string): Colour {
  return colour.match(/\d+/g)!.slice(0, 3).map(Number) as Colour;
}

function mixed(a: Colour, b: Colour, share: number): Colour {
  return a.map((channel, i) => Math.round(channel + (b[i]! - channel) * share)) as Colour;
}

/** A circle, a diamond, a triangle, a square. */
function outline(shape: number, r: number): string {
  const s = r * 0.85;
  if (shape === 1) return `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z`;
  if (shape === 2) return `M0 ${-r * 1.2}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`;
  if (shape === 3) return `M${-s} ${-s}H${s}V${s}H${-s}Z`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

customElements.define('output-map', OutputMapView);
