import { nothing, svg, type TemplateResult } from 'lit';
import { arrow, HEAD, head, path, towards } from './arrows.js';
import type { Load } from './network-carried.js';
import { DELTA_HEIGHT, DELTA_SIZE, LABEL_HEIGHT, line, type Label, type Layout, type Spot } from './network-layout.js';
import type { Column, Edge, Link, Mark, Node, Scene } from './scene.js';
import { hasError, isDead, isLit, isOnPath, type Stage } from './stage.js';

/** How a number is written: its role gives its colour; a text wider than `width` shrinks. */
interface Writing {
  role: string;
  size: number;
  width: number;
  scrubs?: boolean;
  /** From its middle to its change's, below or (negative) above. */
  apart?: number;
}

/** A change may be wider than its number. */
const CHANGE = 62;

/** Digits and signs are about as wide as this share of their size. */
const WIDE = 0.58;

/** The parts of a network's picture: nodes, weights, targets, and each number's change since the pin. */
export class Drawing {
  /**
   * @param names what the numbers are called, by address
   * @param stop the address that Tab reaches
   * @param stage what is in emphasis; without one, all is and nothing runs
   */
  constructor(
    private readonly scene: Scene,
    private readonly names: Record<string, string>,
    private readonly at: Layout,
    private readonly stop: string,
    private readonly stage: Stage | undefined,
  ) {}

  edge(e: Edge): TemplateResult {
    const [a, b] = line(e, this.at);
    const lit = isOnPath(this.stage, e);
    const kinds = { dead: isDead(this.scene, this.stage, e), negative: e.relative < 0, selected: this.selects(e) };
    const flow = lit && !this.scene.dense ? (this.stage?.flow ?? 0) : 0;
    const [tail, tip] = flow < 0 ? [b, a] : [a, b];
    const said = this.say(e);
    return svg`<g class="edge ${classes(kinds)}" data-lit=${marked(lit)} data-ref=${e.q} data-pick=${e.q}
        data-scrub role="button" aria-label=${said} aria-pressed=${kinds.selected} tabindex=${this.tab(e)}>
      ${this.scene.dense ? svg`<title>${said}</title>` : nothing}
      <path class="hit" d=${path(a, b)}></path><path class="ring" d=${path(a, b)}></path>
      <path class="line" d=${flow ? path(tail, towards(tip, tail, HEAD - 2)) : path(a, b)}
        stroke-width=${this.thickness(e)}></path>
      ${flow ? svg`<path class="head" d=${head(tip, tail)}></path>` : nothing}</g>`;
  }

  /** An edge without a weight, of which nothing can be selected. */
  link(l: Link): TemplateResult {
    const [a, b] = line(l, this.at);
    const lit = isOnPath(this.stage, l);
    const flow = lit && !this.scene.dense ? (this.stage?.flow ?? 0) : 0;
    const [tail, tip] = flow < 0 ? [b, a] : [a, b];
    return svg`<g class="edge ${classes({ dead: isDead(this.scene, this.stage, l) })}" data-lit=${marked(lit)} aria-hidden="true">
      <path class="line" d=${flow ? path(tail, towards(tip, tail, HEAD - 2)) : path(a, b)} stroke-width="1.2"></path>
      ${flow ? svg`<path class="head" d=${head(tip, tail)}></path>` : nothing}</g>`;
  }

  label(e: Edge, { x, y, width, height, quiet }: Label, load: Load | undefined): TemplateResult {
    const kinds = { quiet, selected: this.selects(e), dead: isDead(this.scene, this.stage, e) };
    const letters = Math.max(e.text.length, e.delta?.length ?? 0);
    const clear = Math.min(width + 6, letters * WIDE * this.at.size + 10);
    const top = y - height / 2;
    const lit = isOnPath(this.stage, e);
    if (load?.alone) return svg`<g class="label ${classes(kinds)}" data-lit=${marked(lit)}>${this.load(load)}</g>`;
    return svg`<g class="label cw ${classes(kinds)}" data-lit=${marked(lit)}
        data-ref=${e.q} data-pick=${e.q} data-scrub>
      <rect class="halo" x=${x - clear / 2} y=${top} width=${clear} height=${height} rx="4"></rect>
      <rect class="ring" x=${x - width / 2} y=${top} width=${width} height=${height} rx="4"></rect>
      <text x=${x} y=${top + LABEL_HEIGHT / 2 + 5} font-size=${this.at.size}>${e.text}</text>
      ${height > LABEL_HEIGHT ? this.change(e, { x, y: top + LABEL_HEIGHT + DELTA_HEIGHT / 2 - 1 }, width) : nothing}</g>
      ${load ? svg`<g class="label" data-lit=${marked(lit)}>${this.load(load)}</g>` : nothing}`;
  }

  /** What an edge carries: its name says what it is of. */
  private load({ carried, x, y, width, height, size, quiet }: Load): TemplateResult {
    return svg`<g class="load ${carried.role} ${quiet ? 'quiet' : ''}" data-ref=${carried.q} data-pick=${carried.q}>
      <rect class="pill" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${height / 2}></rect>
      <text x=${x} y=${y + size * 0.36} font-size=${size.toFixed(1)}>${carried.text}</text></g>`;
  }

  node(node: Node, spot: Spot, kind: Column['kind'], column: number, row: number): TemplateResult {
    const lit = marked(isLit(this.stage, column, row));
    const drawn = this.scene.dense
      ? this.dot(node, spot, kind)
      : kind === 'input'
        ? this.input(node, spot)
        : this.neuron(node, spot, hasError(this.stage, column));
    const named = this.scene.dense && kind === 'input' && isNamed(row, this.at.columns[0]!);
    return svg`<g class="place" data-lit=${lit}>${drawn}
      ${named ? this.name(node.name, { x: spot.x - this.at.radius - 8, y: spot.y }, 'before') : nothing}</g>`;
  }

  target(target: Mark, { x, y }: Spot, row: number): TemplateResult {
    const lit = isLit(this.stage, this.scene.columns.length, row);
    if (this.scene.dense)
      return svg`<g class="place" data-lit=${marked(lit)}>
        ${this.point(target, 'target', { x, y }, this.at.radius * 0.8, 1)}
        ${isNamed(row, this.at.targets) ? this.name(this.targetName(target), { x: x + this.at.radius + 6, y }, 'after') : nothing}</g>`;
    const flows = lit && !this.at.compact && this.stage?.flow;
    const half = this.at.boxes?.outer ?? valueHalf(target);
    return svg`<g class="place" data-lit=${marked(lit)}>
      ${flows ? svg`<g class=${this.stage!.role}>${arrow(this.stage!.flow, x - half - 24, x - half - 2, y)}</g>` : nothing}
      <rect class="value" x=${x - half} y=${y - 16} width=${2 * half} height="32" rx="8"></rect>
      ${this.mark(target, { x, y }, { role: 'cy', size: this.at.size + 1, width: 2 * half - 4, scrubs: true, apart: 24 })}</g>`;
  }

  private input(node: Node, { x, y }: Spot): TemplateResult {
    if (this.at.boxes)
      return svg`<g>${this.box({ x, y })}<text class="m" x=${x} y=${y - 4} font-size=${this.at.size}>${node.name}</text>
        ${this.inBox(node.value, { x, y }, 'cx', this.at.inside.down, true)}</g>`;
    const s = this.at.square;
    const square = svg`<rect class="node" x=${x - s} y=${y - s} width=${2 * s} height=${2 * s} rx="8"></rect>`;
    const value = (spot: Spot, size: number, width: number, apart: number) =>
      this.mark(node.value, spot, { role: 'cx', size, width, scrubs: true, apart });
    if (this.at.compact)
      return svg`<g>${square}<text class="m" x=${x} y=${y - 6} font-size="15">${node.name}</text>
        ${value({ x, y: y + 12 }, 14, 2 * s - 4, s - 4)}</g>`;
    const half = valueHalf(node.value);
    return svg`<g>${square}<text class="m" x=${x} y=${y + 6} font-size="18">${node.name}</text>
      <path class="arrow" d="M${x - VALUE + half + 2} ${y}H${x - 32}m-6 -4l6 4l-6 4"></path>
      <rect class="value" x=${x - VALUE - half} y=${y - 16} width=${2 * half} height="32" rx="8"></rect>
      ${value({ x: x - VALUE, y }, 15, 2 * half - 4, 24)}</g>`;
  }

  private neuron(node: Node, { x, y }: Spot, error: boolean): TemplateResult {
    const { radius: r, inside, below, room, compact, boxes } = this.at;
    const size = inside.size;
    const holds = [node.p, node.z, node.dz, node.bias].some((m) => m && this.selects(m));
    if (boxes)
      return svg`<g class="neuron ${node.off ? 'off' : ''} ${holds ? 'selected' : ''}">${this.box({ x, y }, node)}
        ${boxes.captions ? svg`<text class="caption" x=${x} y=${y - boxes.half.y - 6} font-size=${size}>${node.caption}</text>` : nothing}
        ${this.inBox(node.p, { x, y }, 'cp', -inside.up)} ${this.inBox(node.z, { x, y }, 'cz', inside.down)}
        ${error ? this.inBox(node.dz, { x, y }, 'cdz', boxes.half.y + below.dz) : nothing}</g>`;
    const within = (m: Mark | null | undefined, role: string, dy: number) =>
      this.mark(m, { x, y: y + dy }, { role, size, width: inside.width, apart: inside.apart });
    const under = (m: Mark | null | undefined, role: string, dy: number, size: number, width: number, scrubs = false) =>
      this.mark(m, { x, y: y + r + dy }, { role, size, width: Math.min(width, room - 4), scrubs, apart: DELTA_HEIGHT });
    return svg`<g class="neuron ${node.off ? 'off' : ''} ${holds ? 'selected' : ''}">
      <circle class="node" cx=${x} cy=${y} r=${r} data-pick=${node.z?.q ?? node.p?.q ?? nothing}></circle>
      <text class="caption" x=${x} y=${y - r - 8} font-size=${compact ? 11 : 14}>${node.caption}</text>
      ${within(node.p, 'cp', -inside.up)} ${within(node.z, 'cz', inside.down)}
      ${error ? under(node.dz, 'cdz', below.dz, size, 84) : nothing} ${under(node.bias, 'cw', below.bias, 14, 72, true)}</g>`;
  }

  private box({ x, y }: Spot, { z, p }: Partial<Node> = {}): TemplateResult {
    const { half } = this.at.boxes!;
    return svg`<rect class="node" x=${x - half.x} y=${y - half.y} width=${2 * half.x} height=${2 * half.y} rx="10"
        data-pick=${z?.q ?? p?.q ?? nothing}></rect>`;
  }

  /** A number in a node's box, or below it. */
  private inBox(
    m: Mark | null,
    { x, y }: Spot,
    role: string,
    dy: number,
    scrubs = false,
  ): TemplateResult | typeof nothing {
    const { size, width } = this.at.inside;
    return this.mark(m, { x, y: y + dy }, { role, size, width, scrubs });
  }

  /** The layers' names, where neurons have no captions. */
  heads(): TemplateResult[] {
    return (this.at.boxes?.heads ?? []).map(
      ({ text, x, y }) => svg`<text class="caption" x=${x} y=${y} font-size=${this.at.size}>${text}</text>`,
    );
  }

  /** Without what it stands for. */
  private targetName({ q }: Mark): string {
    return (this.names[q] ?? '').split(': ').at(-1)!;
  }

  private name(text: string, { x, y }: Spot, side: string): TemplateResult {
    return svg`<text class="m name ${side}" aria-hidden="true" x=${x} y=${y + 5} font-size=${NAME}>${text}</text>`;
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
        ?data-scrub=${kind === 'input' || kind === 'target'} aria-label=${this.say(m)} aria-pressed=${selected}
        tabindex=${this.tab(m)}><title>${this.say(m)}</title>${shape}
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
        aria-label=${this.say(m)} aria-pressed=${this.selects(m)} tabindex=${this.tab(m)}>
      <rect class="ring" x=${x - ring / 2} y=${y - size / 2 - 1} width=${ring} height=${size + 2} rx="4"></rect>
      <text x=${x} y=${y + fitted * 0.35} font-size=${fitted.toFixed(1)}>${m.text}</text></g>
      ${apart ? this.change(m, { x, y: y + apart }, width) : nothing}`;
  }

  /** What its accessible name says too. */
  private change(m: Mark, { x, y }: Spot, width: number): TemplateResult | typeof nothing {
    if (!m.delta) return nothing;
    const size = fit(m.delta, this.at.compact ? 10 : DELTA_SIZE, Math.max(width, CHANGE));
    return svg`<text class="delta" data-ref=${m.q} aria-hidden="true" x=${x} y=${y + size * 0.35}
        style="font-size:${size.toFixed(1)}px">${m.delta}</text>`;
  }

  private say({ q, text, aria, delta }: Mark): string {
    return aria ?? `${this.names[q]} = ${text}${delta ? ` (Δ ${delta})` : ''}`;
  }

  private selects(m: Mark): boolean {
    return this.scene.selected === m.q;
  }

  private tab(m: Mark): number {
    return this.stop === m.q ? 0 : -1;
  }

  private thickness({ relative }: Edge): string {
    return (this.scene.dense ? 0.4 + 1.8 * relative ** 2 : 1.2 + 3.6 * Math.abs(relative)).toFixed(2);
  }
}

/** How far an input's value stands from its square. */
const VALUE = 82;

/** Half the width of the box around a value that is put in. */
function valueHalf(m: Mark | null): number {
  return Math.min(32, Math.max(26, ((m?.text.length ?? 0) * WIDE * 14) / 2 + 3));
}

function fit(text: string, size: number, width: number): number {
  return Math.min(size, width / (WIDE * Math.max(1, text.length)));
}

/** The size of a name in a dense drawing. */
const NAME = 14;

/** Of many nodes close together only some are named. */
function isNamed(row: number, [first, second]: Spot[]): boolean {
  return row % (first && second ? Math.ceil(NAME / (second.y - first.y)) : 1) === 0;
}

function classes(kinds: Record<string, boolean>): string {
  return Object.keys(kinds)
    .filter((kind) => kinds[kind])
    .join(' ');
}

/** An attribute that is there, or is not. */
function marked(is: boolean): '' | typeof nothing {
  return is ? '' : nothing;
}
