import { nothing, svg, type TemplateResult } from 'lit';
import { DELTA_HEIGHT, LABEL_HEIGHT, line, type Label, type Layout, type Spot } from './network-layout.js';
import type { Column, Edge, Mark, Node, Scene } from './scene.js';

/** How a number is written: its role gives its colour; a text wider than `width` shrinks. */
interface Writing {
  role: string;
  size: number;
  width: number;
  scrubs?: boolean;
  /** From its middle to its change's, below or (negative) above. */
  apart?: number;
}

/** Digits and signs are about as wide as this share of their size. */
const WIDE = 0.58;

/** The parts of a network's picture: nodes, weights, targets, and each number's change since the pin. */
export class Drawing {
  /** @param stop the address that Tab reaches */
  constructor(
    private readonly scene: Scene,
    private readonly at: Layout,
    private readonly stop: string,
  ) {}

  edge(e: Edge): TemplateResult {
    const [a, b] = line(e, this.at);
    const path = `M${a.x.toFixed(1)} ${a.y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
    const selected = this.selects(e);
    return svg`<g class="edge ${e.dead ? 'dead' : ''} ${selected ? 'selected' : ''}" data-ref=${e.q} data-pick=${e.q}
        data-scrub role="button" aria-label=${e.aria} aria-pressed=${selected} tabindex=${this.tab(e)}>
      ${this.scene.dense ? svg`<title>${e.aria}</title>` : nothing}
      <path class="hit" d=${path}></path><path class="ring" d=${path}></path>
      <path class="line" d=${path} stroke-width=${this.thickness(e)}></path></g>`;
  }

  label(e: Edge, { x, y, width, height, quiet }: Label): TemplateResult {
    const selected = this.selects(e);
    const top = y - height / 2;
    return svg`<g class="label cw ${quiet ? 'quiet' : ''} ${selected ? 'selected' : ''} ${e.dead ? 'dead' : ''}"
        data-ref=${e.q} data-pick=${e.q} data-scrub>
      <rect class="halo" x=${x - width / 2} y=${top} width=${width} height=${height} rx="4"></rect>
      <rect class="ring" x=${x - width / 2} y=${top} width=${width} height=${height} rx="4"></rect>
      <text x=${x} y=${top + LABEL_HEIGHT / 2 + 5} font-size="14">${e.text}</text>
      ${height > LABEL_HEIGHT ? this.change(e, { x, y: top + LABEL_HEIGHT + DELTA_HEIGHT / 2 - 1 }, width) : nothing}</g>`;
  }

  node(node: Node, spot: Spot, kind: Column['kind']): TemplateResult {
    if (this.scene.dense) return this.dot(node, spot, kind);
    return kind === 'input' ? this.input(node, spot) : this.neuron(node, spot);
  }

  target(target: Mark, { x, y }: Spot): TemplateResult {
    if (this.scene.dense) return this.point(target, 'target', { x, y }, this.at.radius * 0.8, 1);
    return svg`<g><rect class="value" x=${x - 26} y=${y - 16} width="52" height="32" rx="8"></rect>
      ${this.mark(target, { x, y }, { role: 'cy', size: 15, width: 48, scrubs: true, apart: 24 })}</g>`;
  }

  private input(node: Node, { x, y }: Spot): TemplateResult {
    const s = this.at.square;
    const square = svg`<rect class="node" x=${x - s} y=${y - s} width=${2 * s} height=${2 * s} rx="8"></rect>`;
    const value = (spot: Spot, size: number, width: number, apart: number) =>
      this.mark(node.value, spot, { role: 'cx', size, width, scrubs: true, apart });
    if (this.at.compact)
      return svg`<g>${square}<text class="m" x=${x} y=${y - 6} font-size="15">${node.name}</text>
        ${value({ x, y: y + 12 }, 14, 2 * s - 4, s - 4)}</g>`;
    return svg`<g>${square}<text class="m" x=${x} y=${y + 6} font-size="18">${node.name}</text>
      <path class="arrow" d="M${x - 54} ${y}h22m-6 -4l6 4l-6 4"></path>
      <rect class="value" x=${x - 108} y=${y - 16} width="52" height="32" rx="8"></rect>
      ${value({ x: x - 82, y }, 15, 48, 24)}</g>`;
  }

  private neuron(node: Node, { x, y }: Spot): TemplateResult {
    const { radius: r, inside, below, room, compact } = this.at;
    const size = inside.size;
    const holds = [node.p, node.z, node.dz, node.bias].some((m) => m && this.selects(m));
    const within = (m: Mark | null | undefined, role: string, dy: number) =>
      this.mark(m, { x, y: y + dy }, { role, size, width: inside.width, apart: inside.apart });
    const under = (m: Mark | null | undefined, role: string, dy: number, size: number, width: number, scrubs = false) =>
      this.mark(m, { x, y: y + r + dy }, { role, size, width: Math.min(width, room - 4), scrubs, apart: 13 });
    return svg`<g class="neuron ${node.off ? 'off' : ''} ${holds ? 'selected' : ''}">
      <circle class="node" cx=${x} cy=${y} r=${r} data-pick=${node.z?.q ?? node.p?.q ?? nothing}></circle>
      <text class="caption" x=${x} y=${y - r - 8} font-size=${compact ? 11 : 12.5}>${node.caption}</text>
      ${within(node.p, 'cp', -inside.up)} ${within(node.z, 'cz', inside.down)}
      ${under(node.dz, 'cdz', below.dz, size, 64)} ${under(node.bias, 'cw', below.bias, 13, 72, true)}</g>`;
  }

  /** A node too small for its numbers: how full it is tells its activation, pointing at it tells all. */
  private dot(node: Node, spot: Spot, kind: Column['kind']): TemplateResult {
    const mark = node.z ?? node.value;
    const r = this.at.radius;
    if (!mark) return svg`<circle class="node" cx=${spot.x} cy=${spot.y} r=${r}></circle>`;
    return this.point(mark, node.off ? 'off' : kind, spot, r, node.strength ?? 1);
  }

  private point(m: Mark, kind: string, { x, y }: Spot, r: number, strength: number): TemplateResult {
    const selected = this.selects(m);
    const shape =
      kind === 'layer' || kind === 'off'
        ? svg`<circle class="node" cx=${x} cy=${y} r=${r}></circle>
          <circle class="fill" cx=${x} cy=${y} r=${r} opacity=${strength}></circle>`
        : svg`<rect class="node" x=${x - r} y=${y - r} width=${2 * r} height=${2 * r} rx="2"></rect>`;
    return svg`<g class="point ${kind} ${selected ? 'selected' : ''}" data-ref=${m.q} data-pick=${m.q} role="button"
        ?data-scrub=${kind === 'input' || kind === 'target'} aria-label=${m.aria} aria-pressed=${selected}
        tabindex=${this.tab(m)}><title>${m.aria}</title>${shape}
      <circle class="ring" cx=${x} cy=${y} r=${r + 3}></circle>${selected ? this.tag(m, x, y - r) : nothing}</g>`;
  }

  /** The number of a selected point, above it. */
  private tag(m: Mark, x: number, bottom: number): TemplateResult {
    const height = m.delta ? 20 + DELTA_HEIGHT : 20;
    const top = bottom - height - 2;
    return svg`<g class="tag"><rect class="halo" x=${x - 38} y=${top} width="76" height=${height} rx="4"></rect>
      <text x=${x} y=${top + 15} font-size="15">${m.text}</text>
      ${this.change(m, { x, y: top + 25 }, 72)}</g>`;
  }

  /** A number that can be picked. */
  private mark(m: Mark | null | undefined, spot: Spot, how: Writing): TemplateResult | typeof nothing {
    if (!m) return nothing;
    const { x, y } = spot;
    const { role, size, width, scrubs = false, apart = 0 } = how;
    const fitted = fit(m.text, size, width);
    const ring = Math.min(width, m.text.length * fitted * 0.6 + 8);
    return svg`<g class="mark ${role}" data-ref=${m.q} data-pick=${m.q} ?data-scrub=${scrubs} role="button"
        aria-label=${m.aria} aria-pressed=${this.selects(m)} tabindex=${this.tab(m)}>
      <rect class="ring" x=${x - ring / 2} y=${y - size / 2 - 1} width=${ring} height=${size + 2} rx="4"></rect>
      <text x=${x} y=${y + fitted * 0.35} font-size=${fitted.toFixed(1)}>${m.text}</text></g>
      ${apart ? this.change(m, { x, y: y + apart }, width) : nothing}`;
  }

  /** What its accessible name says too. */
  private change(m: Mark, { x, y }: Spot, width: number): TemplateResult | typeof nothing {
    if (!m.delta) return nothing;
    const size = fit(m.delta, this.at.radius > 34 ? 11 : 10, width);
    return svg`<text class="delta" data-ref=${m.q} aria-hidden="true" x=${x} y=${y + size * 0.35}
        style="font-size:${size.toFixed(1)}px">${m.delta}</text>`;
  }

  private selects(m: Mark): boolean {
    return this.scene.selected === m.q;
  }

  private tab(m: Mark): number {
    return this.stop === m.q ? 0 : -1;
  }

  private thickness({ magnitude }: Edge): string {
    return (this.scene.dense ? 0.4 + 1.8 * magnitude ** 2 : 1.2 + 3.6 * magnitude).toFixed(2);
  }
}

function fit(text: string, size: number, width: number): number {
  return Math.min(size, width / (WIDE * Math.max(1, text.length)));
}
