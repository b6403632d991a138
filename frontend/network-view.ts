import { LitElement, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { tell } from './events.js';
import './layer-menu.js';
import type { LayerMenu } from './layer-menu.js';
import { drawControl, drawRefusal, placeControls, type Control, type Controls } from './network-controls.js';
import { layout, line, LABEL_HEIGHT, type Layout, type Spot } from './network-layout.js';
import type { Edge, Mark, Node, Scene } from './scene.js';
import { Scrub } from './scrub.js';

const NARROW = 560;

/** One number in the drawing that can be focused, for moving between them with the arrow keys. */
interface Stop extends Spot {
  q: string;
  column: number;
}

/** The network as a drawing: inputs, neurons, weights on their edges, targets. */
export class NetworkView extends LitElement {
  static override properties = {
    scene: { attribute: false },
    controls: { attribute: false },
    compact: { state: true },
    active: { state: true },
    opened: { state: true },
  };
  declare scene: Scene | undefined;
  declare controls: Controls | undefined;
  declare private compact: boolean;
  declare private active: string | null;
  /** The column whose menu is open, or -1. */
  declare private opened: number;
  /** The same when a press began: a press elsewhere closes the menu before it is heard. */
  private openBefore = -1;
  /** The head that gets the focus once the drawing is painted again. */
  private focusOn = '';
  private at: Layout | null = null;
  private key = '';
  private readonly watch = new ResizeObserver(([entry]) => {
    this.compact = entry!.contentRect.width > 0 && entry!.contentRect.width < NARROW;
  });

  constructor() {
    super();
    this.compact = false;
    this.active = null;
    this.opened = -1;
    new Scrub(this);
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('focusin', (event) => {
      this.active = keyOf(event.target) ?? this.active;
    });
    this.addEventListener('pointerdown', () => (this.openBefore = this.opened), { capture: true });
    this.addEventListener('click', (event) => this.press(event));
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

  override willUpdate(_: PropertyValues) {
    if (!this.scene) return;
    const { columns, edges, targets } = this.scene;
    const shape = columns.map((c) => c.nodes.map((n) => [n.caption.length, !!n.bias]));
    const key = JSON.stringify([
      this.compact,
      shape,
      targets.length,
      edges.map((e) => [e.q, Math.max(5, e.text.length)]),
      this.scene.dense && this.scene.selected,
    ]);
    if (key !== this.key) this.at = layout(this.scene, this.compact);
    this.key = key;
  }

  override render() {
    const [scene, at] = [this.scene, this.at];
    if (!scene || !at) return nothing;
    const edges = new Map(scene.edges.map((e) => [e.q, e]));
    const edge = (label: { edge: Edge }) => edges.get(label.edge.q) ?? label.edge;
    const stop = this.activeStop(scene, at);
    const placed = this.placed();
    const mark = (m: Mark, role: string, spot: Spot, size: number, width: number, scrubs = false) =>
      this.mark(m, role, spot, size, width, scrubs, stop);
    return html`<svg
      viewBox="0 0 ${at.width} ${at.height}"
      role="group"
      aria-label=${scene.label}
      class="network ${at.compact ? 'compact' : ''} ${scene.dense ? 'dense' : ''}"
    >
      <g class="edges">${scene.edges.map((e) => this.edge(e, at, stop))}</g>
      <g class="labels" aria-hidden="true">
        ${at.labels.map((label) => this.label(edge(label), label, label.width, label.quiet))}
      </g>
      ${scene.columns.map((column, c) =>
        column.nodes.map((node, row) => {
          const spot = at.columns[c]![row]!;
          if (scene.dense) return this.dot(node, spot, at, column.kind, stop);
          return column.kind === 'input'
            ? this.input(node, spot, at, mark)
            : this.neuron(node, spot, at, scene.selected, mark);
        }),
      )}
      ${scene.targets.map((target, row) => {
        const { x, y } = at.targets[row]!;
        if (scene.dense) return this.point(target, 'target', { x, y }, at.radius * 0.8, 1, stop);
        return svg`<g><rect class="value" x=${x - 26} y=${y - 16} width="52" height="32" rx="8"></rect>
          ${mark(target, 'cy', { x, y }, 15, 48, true)}</g>`;
      })}
      ${placed.map((c) => drawControl(c, this.controls!.heads[c.column]!, stop, this.opened === c.column))}
    </svg>
    ${scene.thinned ? html`<p class="thinned">${scene.thinned}</p>` : nothing}
    ${this.controls ? drawRefusal(this.controls) : nothing}
    <layer-menu
      .controls=${this.controls}
      .narrow=${!placed.some(({ act }) => act === 'more')}
      @menu=${({ detail }: CustomEvent) => (this.opened = detail.column)}
      @moves=${({ detail }: CustomEvent) => (this.focusOn = `menu.${detail.column}`)}
    ></layer-menu>`;
  }

  override updated(changed: PropertyValues) {
    if (!this.focusOn || !changed.has('controls')) return;
    const last = this.controls!.heads.length - 1;
    const column = Math.min(last, Number(this.focusOn.split('.')[1]));
    const elsewhere = document.activeElement !== document.body && !this.contains(document.activeElement);
    if (!elsewhere) this.querySelector<SVGElement>(`[data-control="menu.${column}"]`)?.focus();
    this.focusOn = '';
  }

  /** The controls, where they and the scene speak of the same columns. */
  private placed(): Control[] {
    const same = this.controls && this.at?.columns.length === this.controls.heads.length;
    return same && !this.closest('.present') ? placeControls(this.controls!, this.at!) : [];
  }

  private press(event: Event): void {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('.control-refusal [data-act]');
    const control = target.closest<SVGElement>('[data-control]');
    if (control && control.dataset['control'] !== `menu.${this.openBefore}`) this.operate(control);
    else if (button)
      tell(this, 'cr-build', {
        act: button.dataset['act']!,
        at: button.dataset['at'],
        number: Number(button.dataset['number'] ?? 0),
      });
  }

  private operate(control: SVGElement): void {
    const [act, at] = control.dataset['control']!.split('.');
    const column = Number(at);
    const head = this.controls!.heads[column]!;
    if (control.ariaDisabled === 'true') return;
    if (act === 'menu') this.querySelector<LayerMenu>('layer-menu')!.open(column, control);
    else if (act === 'insert') {
      tell(this, 'cr-build', { act: 'add', layer: head.layer, number: 0, at: 'drawing' });
      this.focusOn = `menu.${column}`;
    } else tell(this, 'cr-build', { act: 'grow', layer: head.layer, number: act === 'more' ? 1 : -1, at: 'drawing' });
  }

  private edge(e: Edge, at: Layout, stop: string): TemplateResult {
    const [a, b] = line(e, at);
    const path = `M${a.x.toFixed(1)} ${a.y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
    const selected = this.scene!.selected === e.q;
    return svg`<g class="edge ${e.dead ? 'dead' : ''} ${selected ? 'selected' : ''}" data-ref=${e.q} data-pick=${e.q}
        data-scrub role="button" aria-label=${e.aria} aria-pressed=${selected} tabindex=${stop === e.q ? 0 : -1}>
      ${this.scene!.dense ? svg`<title>${e.aria}</title>` : nothing}
      <path class="hit" d=${path}></path><path class="ring" d=${path}></path>
      <path class="line" d=${path} stroke-width=${thickness(e, !!this.scene!.dense)}></path></g>`;
  }

  private label(e: Edge, { x, y }: Spot, width: number, quiet: boolean): TemplateResult {
    const selected = this.scene!.selected === e.q;
    return svg`<g class="label cw ${quiet ? 'quiet' : ''} ${selected ? 'selected' : ''} ${e.dead ? 'dead' : ''}"
        data-ref=${e.q} data-pick=${e.q} data-scrub>
      <rect class="halo" x=${x - width / 2} y=${y - LABEL_HEIGHT / 2} width=${width} height=${LABEL_HEIGHT} rx="4"></rect>
      <rect class="ring" x=${x - width / 2} y=${y - LABEL_HEIGHT / 2} width=${width} height=${LABEL_HEIGHT} rx="4"></rect>
      <text x=${x} y=${y + 5} font-size="14">${e.text}</text></g>`;
  }

  private input(node: Node, spot: Spot, at: Layout, mark: MarkDrawer): TemplateResult {
    const { x, y } = spot;
    const s = at.square;
    const square = svg`<rect class="node" x=${x - s} y=${y - s} width=${2 * s} height=${2 * s} rx="8"></rect>`;
    if (at.compact)
      return svg`<g>${square}<text class="m" x=${x} y=${y - 6} font-size="15">${node.name}</text>
        ${node.value ? mark(node.value, 'cx', { x, y: y + 12 }, 14, 2 * s - 4, true) : nothing}</g>`;
    return svg`<g>${square}<text class="m" x=${x} y=${y + 6} font-size="18">${node.name}</text>
      <path class="arrow" d="M${x - 54} ${y}h22m-6 -4l6 4l-6 4"></path>
      <rect class="value" x=${x - 108} y=${y - 16} width="52" height="32" rx="8"></rect>
      ${node.value ? mark(node.value, 'cx', { x: x - 82, y }, 15, 48, true) : nothing}</g>`;
  }

  private neuron(node: Node, { x, y }: Spot, at: Layout, selected: string | null, mark: MarkDrawer): TemplateResult {
    const r = at.radius;
    const small = r < 30;
    const holds = [node.p, node.z, node.dz, node.bias].some((m) => m && m.q === selected);
    const [up, down] = small ? [8, 10] : [9, 11];
    return svg`<g class="neuron ${node.off ? 'off' : ''} ${holds ? 'selected' : ''}">
      <circle class="node" cx=${x} cy=${y} r=${r} data-pick=${node.z?.q ?? node.p?.q ?? nothing}></circle>
      <text class="caption" x=${x} y=${y - r - 8} font-size=${at.compact ? 11 : 12.5}>${node.caption}</text>
      ${node.p ? mark(node.p, 'cp', { x, y: y - up }, small ? 14 : 16, r * 1.72) : nothing}
      ${node.z ? mark(node.z, 'cz', { x, y: y + down }, small ? 14 : 16, r * 1.72) : nothing}
      ${node.dz ? mark(node.dz, 'cdz', { x, y: y + r + 13 }, small ? 14 : 16, Math.min(64, at.room - 4)) : nothing}
      ${node.bias ? mark(node.bias, 'cw', { x, y: y + r + 30 }, 13, Math.min(72, at.room - 4), true) : nothing}</g>`;
  }

  /** A node too small for its numbers: how full it is tells its activation, pointing at it tells all. */
  private dot(node: Node, spot: Spot, at: Layout, kind: 'input' | 'layer', stop: string): TemplateResult {
    const mark = node.z ?? node.value;
    if (!mark) return svg`<circle class="node" cx=${spot.x} cy=${spot.y} r=${at.radius}></circle>`;
    return this.point(mark, node.off ? 'off' : kind, spot, at.radius, node.strength ?? 1, stop);
  }

  private point(m: Mark, kind: string, { x, y }: Spot, r: number, strength: number, stop: string): TemplateResult {
    const selected = this.scene!.selected === m.q;
    const shape =
      kind === 'layer' || kind === 'off'
        ? svg`<circle class="node" cx=${x} cy=${y} r=${r}></circle>
          <circle class="fill" cx=${x} cy=${y} r=${r} opacity=${strength}></circle>`
        : svg`<rect class="node" x=${x - r} y=${y - r} width=${2 * r} height=${2 * r} rx="2"></rect>`;
    const tag = selected
      ? svg`<g class="tag"><rect class="halo" x=${x - 38} y=${y - r - 22} width="76" height="20" rx="4"></rect>
          <text x=${x} y=${y - r - 7} font-size="15">${m.text}</text></g>`
      : nothing;
    return svg`<g class="point ${kind} ${selected ? 'selected' : ''}" data-ref=${m.q} data-pick=${m.q} role="button"
        ?data-scrub=${kind === 'input' || kind === 'target'} aria-label=${m.aria} aria-pressed=${selected}
        tabindex=${stop === m.q ? 0 : -1}><title>${m.aria}</title>${shape}
      <circle class="ring" cx=${x} cy=${y} r=${r + 3}></circle>${tag}</g>`;
  }

  /** A number that can be picked: its text shrinks to fit the width given. */
  private mark(m: Mark, role: string, { x, y }: Spot, size: number, width: number, scrubs: boolean, stop: string) {
    const fitted = Math.min(size, width / (0.58 * Math.max(1, m.text.length)));
    const ring = Math.min(width, m.text.length * fitted * 0.6 + 8);
    return svg`<g class="mark ${role}" data-ref=${m.q} data-pick=${m.q} ?data-scrub=${scrubs} role="button"
        aria-label=${m.aria} aria-pressed=${this.scene!.selected === m.q} tabindex=${stop === m.q ? 0 : -1}>
      <rect class="ring" x=${x - ring / 2} y=${y - size / 2 - 1} width=${ring} height=${size + 2} rx="4"></rect>
      <text x=${x} y=${y + fitted * 0.35} font-size=${fitted.toFixed(1)}>${m.text}</text></g>`;
  }

  private stops(scene: Scene, at: Layout): Stop[] {
    const nodes = scene.columns.flatMap((column, c) =>
      column.nodes.flatMap((node, row) => {
        const { x, y } = at.columns[c]![row]!;
        return [node.value, node.p, node.z, node.dz, node.bias].flatMap((m, i) =>
          m ? [{ q: m.q, x, y: y + i, column: 2 * c }] : [],
        );
      }),
    );
    const middles = scene.dense
      ? scene.edges.map((edge) => {
          const [a, b] = line(edge, at);
          return { edge, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        })
      : at.labels;
    const edges = middles.map(({ edge, x, y }) => ({ q: edge.q, x, y, column: 2 * edge.layer + 1 }));
    const targets = scene.targets.map(({ q }, i) => ({ q, ...at.targets[i]!, column: 2 * scene.columns.length }));
    const controls = this.placed().map(({ key, x, y, column, act }) => ({
      q: key,
      x,
      y,
      column: 2 * column - (act === 'insert' ? 1 : 0),
    }));
    return [...nodes, ...edges, ...targets, ...controls];
  }

  /** The one number Tab reaches; the arrow keys go on from there. */
  private activeStop(scene: Scene, at: Layout): string {
    const stops = this.stops(scene, at);
    const known = new Set<string | null>(stops.map((stop) => stop.q));
    return known.has(this.active) ? this.active! : known.has(scene.selected) ? scene.selected! : (stops[0]?.q ?? '');
  }

  private onKey(event: KeyboardEvent): void {
    const q = keyOf(event.target);
    if (!q || !this.scene || !this.at || event.ctrlKey || event.metaKey) return;
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.key === 'Enter' || event.key === ' ') this.enter(event.target as SVGElement, q);
    else if (event.altKey && up) {
      if ('scrub' in (event.target as SVGElement).dataset)
        tell(this, 'cr-nudge', { q, steps: up * (event.shiftKey ? 10 : 1) });
    } else if (event.key.startsWith('Arrow') && !event.altKey) this.go(q, event.key);
    else return;
    event.preventDefault();
  }

  private enter(target: SVGElement, q: string): void {
    if ('control' in target.dataset) this.operate(target);
    else tell(this, 'cr-pick', { q });
  }

  private go(q: string, key: string): void {
    const stops = this.stops(this.scene!, this.at!);
    const here = stops.find((stop) => stop.q === q);
    if (!here) return;
    const within = (column: number) => stops.filter((s) => s.column === column).sort((a, b) => a.y - b.y || a.x - b.x);
    let next: Stop | undefined;
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const column = within(here.column);
      next = column[column.indexOf(here) + (key === 'ArrowDown' ? 1 : -1)];
    } else {
      const far = (s: Stop) => Math.abs(s.y - here.y);
      next = within(here.column + (key === 'ArrowRight' ? 1 : -1)).sort((a, b) => far(a) - far(b))[0];
    }
    if (next)
      this.querySelector<SVGElement>(`[role=button]:is([data-pick="${next.q}"], [data-control="${next.q}"])`)?.focus();
  }
}

/** The address of a number, or the key of a control. */
function keyOf(target: EventTarget | null): string | undefined {
  const { pick, control } = (target as SVGElement).dataset;
  return pick ?? control;
}

function thickness(e: Edge, dense: boolean): string {
  return (dense ? 0.4 + 1.8 * e.magnitude ** 2 : 1.2 + 3.6 * e.magnitude).toFixed(2);
}

type MarkDrawer = (m: Mark, role: string, spot: Spot, size: number, width: number, scrubs?: boolean) => TemplateResult;

customElements.define('network-view', NetworkView);
