import { type Claims, none, same } from './claims.js';
import { type Label, type Layout, layout, line, type Spot } from './network-layout.js';
import type { Edge, Node, Scene } from './scene.js';

/** A column of more nodes is drawn without numbers in them, as the server says. */
const LEGIBLE = 8;
const WIDEST = 16;
const DEEPEST = 8;

interface Look {
  pinned?: boolean;
  biased?: boolean;
  /** The address of the selected weight. */
  selected?: string;
}

function mark(q: string, look: Look) {
  return { q, text: '-0.25', aria: q, ...(look.pinned ? { delta: '+0.125' } : {}) };
}

function node(column: number, row: number, look: Look): Node {
  const input = column === 0;
  const number = (kind: string) => (input ? null : mark(`${kind}.l${column}.${row + 1}`, look));
  return {
    name: `n${row + 1}`,
    caption: input ? '' : `n${row + 1} hid · ReLU`,
    off: false,
    strength: 1,
    value: input ? mark(`x.${row + 1}`, look) : null,
    p: number('p'),
    z: number('z'),
    dz: number('dz'),
    bias: look.biased ? number('b') : null,
  };
}

/** A fully connected network with so many nodes in each column. */
function scene(sizes: readonly number[], look: Look = {}): Scene {
  const rows = (size: number) => Array.from({ length: size }, (_, row) => row);
  const edges = sizes.slice(1).flatMap((size, layer) =>
    rows(size).flatMap((to) =>
      rows(sizes[layer]!).map(
        (from): Edge => ({
          ...mark(`w.l${layer + 1}.${to + 1}.${from + 1}`, look),
          layer,
          from,
          to,
          relative: 0.5,
        }),
      ),
    ),
  );
  return {
    label: sizes.join('-'),
    columns: sizes.map((size, column) => ({
      kind: column ? 'layer' : 'input',
      nodes: rows(size).map((row) => node(column, row, look)),
    })),
    targets: rows(sizes.at(-1)!).map((row) => mark(`y.${row + 1}`, look)),
    edges,
    links: [],
    dense: Math.max(...sizes) > LEGIBLE,
    pinned: look.pinned ?? false,
    thinned: null,
    selected: look.selected ?? null,
  };
}

/** What a scene without numbers in its nodes looks like is the same for all. */
const LOOKS: readonly Look[] = [{}, { biased: true }, { biased: true, pinned: true }];

interface Drawing {
  name: string;
  drawn: Scene;
  at: Layout;
}

/** Of every width and depth, even and waisted, on a desk and on a phone, with and without biases and a pin. */
function* drawings(): Generator<Drawing> {
  for (let depth = 1; depth <= DEEPEST; depth++)
    for (let width = 1; width <= WIDEST; width++)
      for (const sizes of shapes(width, depth))
        for (const look of width > LEGIBLE ? LOOKS.slice(0, 1) : LOOKS)
          for (const compact of [false, true]) {
            const drawn = scene(sizes, look);
            const name = `${drawn.label} ${JSON.stringify(look)}${compact ? ' compact' : ''}`;
            yield { name, drawn, at: layout(drawn, compact) };
          }
}

/** Every layer as wide as the inputs; every other one of a single neuron. */
function shapes(width: number, depth: number): number[][] {
  const even = Array.from({ length: depth + 1 }, () => width);
  return width === 1 ? [even] : [even, even.map((size, column) => (column % 2 ? 1 : size))];
}

interface Box extends Spot {
  width: number;
  height: number;
}

function meet(a: Box, b: Box): boolean {
  return 2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height;
}

function inside(box: Box, { width, height }: Layout): boolean {
  const [across, down] = [box.width / 2, box.height / 2];
  return box.x >= across && box.x <= width - across && box.y >= down && box.y <= height - down;
}

/** The square that an input is drawn in, or that a neuron's circle fills. */
function boxes(at: Layout): Box[] {
  return at.columns.flatMap((column, c) =>
    column.map((spot) => ({ ...spot, width: 2 * side(at, c), height: 2 * side(at, c) })),
  );
}

function side(at: Layout, column: number): number {
  return column ? at.radius : at.square;
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));
}

const DRAWINGS = [...drawings()];

/** The drawings of which something is wrong, and how often. */
function wrong(count: (at: Layout, drawn: Scene) => number): string[] {
  return DRAWINGS.flatMap(({ name, drawn, at }) => {
    const times = count(at, drawn);
    return times ? [`${name} (${times})`] : [];
  });
}

function loud(at: Layout): Label[] {
  return at.labels.filter((label) => !label.quiet);
}

export const claims: Claims = {
  'inputs and neurons never overlap': () =>
    none(wrong((at) => pairs(boxes(at)).filter(([one, other]) => meet(one, other)).length)),

  'inputs, neurons and targets are within the drawing': () =>
    none(
      wrong((at) => {
        const targets = at.targets.map((spot) => ({ ...spot, width: 0, height: 0 }));
        return [...boxes(at), ...targets].filter((box) => !inside(box, at)).length;
      }),
    ),

  'the labels of weights overlap neither each other nor a node': () =>
    none(
      wrong(
        (at) =>
          pairs(loud(at)).filter(([one, other]) => meet(one, other)).length +
          loud(at).filter((label) => boxes(at).some((box) => meet(label, box))).length,
      ),
    ),

  'the labels of weights leave the names above neurons legible': () =>
    none(
      wrong((at, drawn) => {
        const names = drawn.columns.flatMap((column, c) =>
          column.nodes.map(({ caption }, row): Box => {
            const { x, y } = at.columns[c]![row]!;
            return { x, y: y - at.radius - 12, width: caption.length * 5, height: 12 };
          }),
        );
        return drawn.dense
          ? 0
          : loud(at).filter((label) => names.some((name) => name.width && meet(label, name))).length;
      }),
    ),

  'every weight has one label, and those that found no place come last': () =>
    none(
      wrong((at, drawn) => {
        if (drawn.dense) return at.labels.length;
        const quiet = at.labels.map((label) => label.quiet);
        const labelled = new Set(at.labels.map((label) => label.edge.q));
        return Number(
          labelled.size !== drawn.edges.length ||
            (quiet.lastIndexOf(false) > quiet.indexOf(true) && quiet.includes(true)),
        );
      }),
    ),

  'a label stands on its own edge': () =>
    none(
      wrong(
        (at) =>
          at.labels.filter(({ edge, x, y }) => {
            const [a, b] = line(edge, at);
            const off = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
            return Math.abs(off) > 1e-6 * Math.hypot(b.x - a.x, b.y - a.y) ** 2;
          }).length,
      ),
    ),

  'layers stand in order from left to right, each evenly from top to bottom, and the targets last': () =>
    none(
      wrong((at) => {
        const columns = at.columns.map((column) => column.map((spot) => spot.x));
        const across = [...columns.map((xs) => xs[0]!), at.targets[0]!.x];
        const rows = [...at.columns, at.targets].map((column) => column.map((spot) => spot.y));
        return (
          Number(columns.some((xs) => new Set(xs).size > 1)) +
          [across, ...rows].filter((places) => places.some((place, i) => i > 0 && place <= places[i - 1]!)).length
        );
      }),
    ),

  'a target stands at the height of its output': () =>
    none(wrong((at) => at.targets.filter((spot, row) => spot.y !== at.columns.at(-1)![row]!.y).length)),

  'an edge goes from rim to rim, outside of both': () =>
    none(
      wrong(
        (at, drawn) =>
          drawn.edges.filter((edge) => {
            const [from, to] = [at.columns[edge.layer]![edge.from]!, at.columns[edge.layer + 1]![edge.to]!];
            const [a, b] = line(edge, at);
            return (
              Math.hypot(a.x - from.x, a.y - from.y) < side(at, edge.layer) ||
              Math.hypot(b.x - to.x, b.y - to.y) < at.radius ||
              a.x >= b.x
            );
          }).length,
      ),
    ),

  'the same scene is always drawn the same way, and is left as it was': () => {
    for (const sizes of [
      [2, 2, 1],
      [8, 8, 8, 8],
      [16, 3, 16],
    ]) {
      const drawn = scene(sizes, { biased: true, pinned: true });
      const before = JSON.stringify(drawn);
      const first = layout(drawn, false);
      same(JSON.stringify(layout(JSON.parse(before), false)), JSON.stringify(first));
      same(JSON.stringify(drawn), before);
    }
  },

  'a drawing without numbers labels the selected weight alone': () => {
    const drawn = scene([16, 4], { selected: 'w.l1.3.7' });
    same(
      layout(drawn, false).labels.map(({ edge, quiet }) => [edge.q, quiet]),
      [['w.l1.3.7', false]],
    );
  },

  'a small network shows all its labels, and on a desk a larger one too': () => {
    const hidden = (sizes: number[], compact: boolean) =>
      layout(scene(sizes), compact).labels.filter((label) => label.quiet);
    for (const compact of [false, true]) same(hidden([2, 2, 1], compact), []);
    same(hidden([3, 3, 2], false), []);
  },

  'on a phone the drawing is as wide as a phone, however deep the network': () => {
    for (let depth = 1; depth <= DEEPEST; depth++)
      same(layout(scene(Array.from({ length: depth + 1 }, () => 2)), true).width, 430);
  },
};
