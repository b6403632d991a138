import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ways } from './arrows.js';
import { tell } from './events.js';
import './layer-menu.js';
import type { LayerMenu } from './layer-menu.js';
import { placeLoads, type Load } from './network-carried.js';
import { drawControl, drawRefusal, placeControls, type Control, type Controls } from './network-controls.js';
import { Drawing } from './network-drawing.js';
import { layout, line, longest, type Layout, type Spot } from './network-layout.js';
import { isLegible, kinds, least, longestOfAll, projectedLayout } from './network-projected.js';
import { drawRuns } from './network-runs.js';
import { withChoice, type Choice, type Edge, type Scene, type SentScene } from './scene.js';
import { Scrub } from './scrub.js';
import { hasError, NONE, type Stage } from './stage.js';

const PHONE = 560;
/** Height for controls above and below the neurons. */
const SPARE = 30;

/** One number in the drawing that can be focused, for moving between them with the arrow keys. */
interface Stop extends Spot {
  q: string;
  column: number;
}

/** The network as a drawing: inputs, neurons, weights on their edges, targets. */
export class NetworkView extends LitElement {
  static override properties = {
    scene: { attribute: false },
    choice: { attribute: false },
    names: { attribute: false },
    stage: { attribute: false },
    controls: { attribute: false },
    compact: { state: true },
    presents: { state: true },
    active: { state: true },
    opened: { state: true },
  };
  declare scene: SentScene | undefined;
  declare choice: Choice;
  declare names: Record<string, string>;
  declare stage: Stage | undefined;
  declare controls: Controls | undefined;
  declare private compact: boolean;
  /** On a projector there are no controls, so their room goes to the network. */
  declare private presents: boolean;
  declare private active: string | null;
  /** The column whose menu is open, or -1. */
  declare private opened: number;
  /** The same when a press began: a press elsewhere closes the menu before it is heard. */
  private openBefore = -1;
  /** The head that gets the focus once the drawing is painted again. */
  private focusOn = '';
  private whole: Scene | null = null;
  private at: Layout | null = null;
  private loads: Map<string, Load> = new Map();
  private key = '';
  private readonly watch = new ResizeObserver(([entry]) => {
    this.compact = entry!.contentRect.width > 0 && entry!.contentRect.width < PHONE;
    this.presents = this.closest('.present') !== null;
  });

  constructor() {
    super();
    this.names = {};
    this.choice = { selected: null, edges: [], names: {} };
    this.compact = false;
    this.presents = false;
    this.active = null;
    this.opened = -1;
    new Scrub(this);
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('focusin', ({ target }) => (this.active = keyOf(target) ?? this.active));
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

  override willUpdate(changed: PropertyValues) {
    if (!this.scene) return;
    if (!this.whole || changed.has('scene') || changed.has('choice')) this.whole = withChoice(this.scene, this.choice);
    const { columns, edges, targets } = this.whole;
    const shape = columns.map((c) => c.nodes.map((n) => [n.caption.length, !!n.bias]));
    const key = JSON.stringify([
      this.compact,
      shape,
      targets.length,
      edges.map((e) => [e.q, Math.max(5, e.text.length), e.delta?.length]),
      this.whole.pinned,
      longest(this.whole),
      this.whole.dense && this.whole.selected,
      this.presents && longestOfAll(this.whole),
    ]);
    if (key !== this.key) this.at = this.arrange(this.whole);
    this.key = key;
    this.loads = placeLoads(this.whole, this.at!, this.stage);
  }

  private arrange(scene: Scene): Layout {
    const at = layout(scene, this.compact);
    return this.presents && !scene.dense && !isLegible(scene, at, SPARE) ? projectedLayout(scene) : at;
  }

  override render() {
    const [scene, at] = [this.whole, this.at];
    if (!scene || !at) return nothing;
    const edges = new Map(scene.edges.map((e) => [e.q, e]));
    const edge = (label: { edge: Edge }) => edges.get(label.edge.q) ?? label.edge;
    const stop = this.activeStop(scene, at);
    const placed = this.placed();
    const drawing = new Drawing(scene, { ...this.names, ...this.choice.names }, at, stop, this.stage);
    const box = this.box(scene, at);
    return html`<div class="drawing"><svg
      viewBox=${box}
      role="group"
      aria-label=${scene.label}
      class="network ${kinds(scene, at)} ${this.stage ? 'staged' : ''}"
      style=${least(at, this.stage !== undefined)}
    >
      <g class="edges ${this.stage?.role ?? ''}">${scene.links.map((l) => drawing.link(l))}
        ${scene.edges.map((e) => drawing.edge(e))}
        ${scene.dense ? ways(at, this.stage) : nothing}</g>
      <g class="labels" aria-hidden="true">
        ${at.labels.map((label) => drawing.label(edge(label), label, this.loads.get(label.edge.q)))}
      </g>
      ${scene.columns.map((column, c) =>
        column.nodes.map((node, row) => drawing.node(node, at.columns[c]![row]!, column.kind, c, row)),
      )}
      ${scene.targets.map((target, row) => drawing.target(target, at.targets[row]!, row))}
      ${drawing.heads()}
      ${placed.map((c) => drawControl(c, this.controls!.heads[c.column]!, stop, this.opened === c.column))}
    </svg>
    ${this.stage?.flow ? keyed(this.scenery(), html`<svg class="runs ${this.stage.role}" viewBox=${box} style=${least(at, this.stage !== undefined)} aria-hidden="true">${drawRuns(scene, at, this.stage)}</svg>`) : nothing}</div>
    ${scene.thinned ? html`<p class="thinned">${scene.thinned}</p>` : nothing}
    ${this.controls ? drawRefusal(this.controls) : nothing}
    <layer-menu
      .controls=${this.controls}
      .narrow=${!placed.some(({ act }) => act === 'more')}
      @menu=${({ detail }: CustomEvent) => (this.opened = detail.column)}
      @moves=${({ detail }: CustomEvent) => (this.focusOn = `menu.${detail.column}`)}
    ></layer-menu>`;
  }

  private box({ dense }: Scene, { boxes, width, height }: Layout): string {
    const spare = this.presents && !dense && !boxes ? SPARE : 0;
    return `0 ${spare} ${width} ${height - 2 * spare}`;
  }

  /** What is on show, but for its numbers: what runs along the edges runs again when it changes. */
  private scenery(): string {
    const { step, flow, nodes, layers } = this.stage ?? {};
    return JSON.stringify([step, flow, nodes, layers, this.compact]);
  }

  override updated(changed: PropertyValues) {
    // Within an update it would lay the page out once more.
    if (changed.has('stage')) requestAnimationFrame(() => this.bringIntoView());
    if (!this.focusOn || !changed.has('controls')) return;
    const last = this.controls!.heads.length - 1;
    const column = Math.min(last, Number(this.focusOn.split('.')[1]));
    const elsewhere = document.activeElement !== document.body && !this.contains(document.activeElement);
    if (!elsewhere) this.querySelector<SVGElement>(`[data-control="menu.${column}"]`)?.focus();
    this.focusOn = '';
  }

  /** Of a drawing that scrolls, what is in emphasis. */
  private bringIntoView(): void {
    const window = this.querySelector('.drawing');
    const lit = this.at?.columns.flatMap((column, c) => (this.stage?.nodes[c] === NONE ? [] : [column[0]!.x]));
    if (!window || !lit?.length || !this.at || window.scrollWidth <= window.clientWidth) return;
    const middle = (Math.min(...lit) + Math.max(...lit)) / 2 / this.at.width;
    window.scrollTo({ left: middle * window.scrollWidth - window.clientWidth / 2 });
  }

  /** The controls, where they and the scene speak of the same columns. */
  private placed(): Control[] {
    const same = this.controls && this.at?.columns.length === this.controls.heads.length;
    return same && !this.presents ? placeControls(this.controls!, this.at!) : [];
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

  private stops(scene: Scene, at: Layout): Stop[] {
    const nodes = scene.columns.flatMap((column, c) =>
      column.nodes.flatMap((node, row) => {
        const { x, y } = at.columns[c]![row]!;
        const dz = hasError(this.stage, c) ? node.dz : null;
        return [node.value, node.p, node.z, dz, node.bias].flatMap((m, i) =>
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
    if (!q || !this.whole || !this.at || event.ctrlKey || event.metaKey) return;
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
    const stops = this.stops(this.whole!, this.at!);
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

customElements.define('network-view', NetworkView);
