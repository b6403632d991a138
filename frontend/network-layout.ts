import { around, crosses, nodeBoxes, overlap } from './network-boxes.js';
import type { Edge, Link, Scene } from './scene.js';

export interface Spot {
  x: number;
  y: number;
}

/** Where everything of a scene stands, in the drawing's own units. */
export interface Layout {
  width: number;
  height: number;
  compact: boolean;
  radius: number;
  /** Between the middles of two columns. */
  room: number;
  /** Half the side of an input's square. */
  square: number;
  /** Where a neuron's numbers stand in its circle, from its middle, and how far a number is from its change. */
  inside: Inside;
  /** Where they stand below its circle, from its rim. */
  below: { dz: number; bias: number };
  /** Where nodes are boxes that hold their numbers, and edges run from side to side. */
  boxes?: Boxes;
  /** Of a label's text. */
  size: number;
  columns: Spot[][];
  targets: Spot[];
  labels: Label[];
}

/** @property outer half the width of a target's box
 * @property captions whether each neuron has its caption; else each layer has its head */
export interface Boxes {
  half: Spot;
  outer: number;
  captions: boolean;
  heads: (Spot & { text: string })[];
}

/** @property apart 0 where changes find no place */
interface Inside {
  up: number;
  down: number;
  size: number;
  width: number;
  apart: number;
}

/** A weight's label; one that found no free place is shown only when asked for. */
export interface Label extends Spot {
  edge: Edge;
  width: number;
  height: number;
  quiet: boolean;
}

export type Line = [Spot, Spot];
type Size = Pick<Label, 'width' | 'height'>;

/** The width of a drawing that fits a phone. */
export const NARROW = 430;
/** The width of one that fits beside the panel. */
export const USUAL = 890;
export const LABEL_HEIGHT = 18;
export const LABEL_SIZE = 14;
/** What a column's pitch and both ends are together at least: its outer names and numbers are clear of the controls. */
const CLEAR = 160;
/** What a change since the pin adds to it. */
export const DELTA_HEIGHT = 15;
/** The size of one's text; on a phone it is small. */
export const DELTA_SIZE = 13.8;
const LABEL_CHARACTER = 7.7;
/** Between two labels: engines make letters higher than others do. */
const APART = 3;
export const PLACES = [0.3, 0.34, 0.26, 0.38, 0.22, 0.42, 0.66, 0.7, 0.62, 0.74, 0.58, 0.78, 0.5, 0.54, 0.46, 0.18];

/** Of a level edge between boxes, whose arrow's head wants its room too. */
const MIDDLE_FIRST = [0.5, ...PLACES];

export function layout(scene: Scene, compact: boolean): Layout {
  if (scene.dense) return denseLayout(scene, compact);
  const count = scene.columns.length;
  const rows = Math.max(1, ...scene.columns.map((column) => column.nodes.length));
  const biases = scene.columns.some((column) => column.nodes.some((node) => node.bias));
  const small = compact || rows > 4;
  const plain = compact ? (count > 4 ? (count > 6 ? 18 : 22) : 25) : 32 + 4 * (longest(scene) - USUAL_LENGTH);
  const radius = !scene.pinned ? plain : compact ? (count > 3 ? 30 : 34) : small ? 44 : 50;
  const inside = scene.pinned ? roomy(radius) : tight(radius);
  const under = scene.pinned ? DELTA_HEIGHT : 0;
  const below = { dz: 13, bias: 30 + under };
  const usual = compact ? 106 : rows > 4 ? 106 : rows > 2 ? 124 : 150;
  const pitch = usual + 2 * (radius - plain) + under + (biases ? 24 + under : 0);
  const width = compact
    ? NARROW + (scene.pinned ? Math.max(0, count - 4) * 100 : 0)
    : count > 3
      ? USUAL + (count - 4) * 120
      : 860;
  const foot = scene.pinned ? 2 * DELTA_HEIGHT : 0;
  const height = rows * pitch + Math.max(38, CLEAR - usual) + 2 * Math.max(0, plain - 32) + foot;
  const [first, last] = compact ? [40, width - 67 - radius] : [146, width - 112 - radius];
  const across = (column: number) => (count === 1 ? first : first + ((last - first) * column) / (count - 1));
  const down = (nodes: number, row: number) =>
    height / 2 + (row - (nodes - 1) / 2) * Math.min(pitch * 1.5, (rows * pitch) / nodes) - (biases ? 8 : 0) - foot / 3;
  const columns = scene.columns.map((column, c) =>
    column.nodes.map((_, row) => ({ x: across(c), y: down(column.nodes.length, row) })),
  );
  const targets = scene.targets.map((_, row) => ({
    x: width - (compact ? 29 : 58),
    y: down(scene.targets.length, row),
  }));
  const square = compact && count > 4 ? radius : 26;
  const room = across(1) - across(0);
  const bare = { width, height, compact, radius, square, room, inside, below, size: LABEL_SIZE, columns, targets };
  return { ...bare, labels: placeLabels(scene, bare) };
}

/** Characters of a number that a neuron has room for, and of the longest that it makes room for. */
const USUAL_LENGTH = 6;
const GREATEST_LENGTH = 9;

/** Characters of the longest number in a neuron, within what one has room for. */
export function longest({ columns }: Scene): number {
  const lengths = columns.flatMap(({ nodes }) =>
    nodes.flatMap(({ p, z }) => [p?.text.length ?? 0, z?.text.length ?? 0]),
  );
  return Math.min(GREATEST_LENGTH, Math.max(USUAL_LENGTH, ...lengths));
}

/** Two numbers. */
export function tight(radius: number): Inside {
  if (radius < 30) return { up: 8, down: 10, size: 14, width: radius * 1.8, apart: 0 };
  const chord = 2 * Math.sqrt(radius ** 2 - 17 ** 2);
  return { up: 9, down: 11, size: 16, width: chord - 5, apart: 0 };
}

/** Two numbers, each above its change. */
function roomy(radius: number): Inside {
  const size = radius < 42 ? (radius < 34 ? 12.5 : 14) : 16;
  const up = radius * 0.56;
  const chord = 2 * Math.sqrt(radius ** 2 - (up + 0.4 * size) ** 2);
  return { up, down: radius * 0.17, size, width: chord - 3, apart: radius * 0.345 };
}

/** Height left for the controls above and below the columns. */
const CONTROLS = 92;

/** Many small nodes; only the selected weight has its label. */
function denseLayout(scene: Scene, compact: boolean): Layout {
  const count = scene.columns.length;
  const rows = Math.max(...scene.columns.map((column) => column.nodes.length));
  const width = compact ? NARROW : USUAL;
  const pitch = Math.max(compact ? 9 : 11, Math.min(34, 560 / rows));
  const [first, last] = compact ? [24, width - 48] : [70, width - 120];
  const across = (last - first) / Math.max(1, count - 1);
  const radius = Math.max(3.5, Math.min(pitch * 0.42, across * 0.28));
  const height = rows * pitch + CONTROLS;
  const down = (nodes: number, row: number) =>
    height / 2 + (row - (nodes - 1) / 2) * Math.min(pitch * 2, (rows * pitch) / nodes);
  const place = (x: number, nodes: number) => Array.from({ length: nodes }, (_, row) => ({ x, y: down(nodes, row) }));
  const columns = scene.columns.map((column, c) => place(first + across * c, column.nodes.length));
  const targets = place(width - (compact ? 14 : 50), scene.targets.length);
  const inside = tight(radius);
  const below = { dz: 0, bias: 0 };
  const bare = {
    width,
    height,
    compact,
    radius,
    square: radius,
    room: across,
    inside,
    below,
    size: LABEL_SIZE,
    columns,
    targets,
  };
  const labels = scene.edges
    .filter((edge) => edge.q === scene.selected)
    .map((edge) => {
      const [a, b] = line(edge, bare);
      return {
        edge,
        x: (a.x + b.x) / 2,
        y: (a.y + b.y) / 2,
        ...labelSize(edge, LABEL_SIZE),
        quiet: false,
      };
    });
  return { ...bare, labels };
}

/** Between a rim and an edge's end, where there is room for it. */
const GAP = 2;

/** The visible part of an edge: from rim to rim. */
export function line(edge: Link, at: Pick<Layout, 'columns' | 'radius' | 'square' | 'boxes'>): Line {
  const from = at.columns[edge.layer]![edge.from]!;
  const to = at.columns[edge.layer + 1]![edge.to]!;
  if (at.boxes) {
    const side = at.boxes.half.x + GAP;
    return [
      { x: from.x + side, y: from.y },
      { x: to.x - side, y: to.y },
    ];
  }
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const side = edge.layer === 0 ? at.square : at.radius;
  const gap = Math.min(GAP, (length - side - at.radius) / 4);
  const start = side + gap;
  const end = at.radius + gap;
  return [
    { x: from.x + ux * start, y: from.y + uy * start },
    { x: to.x - ux * end, y: to.y - uy * end },
  ];
}

/**
 * Gives each weight's label a free place on its edge: clear of nodes, of other labels and nearly of other edges. One
 * that finds none with its change does without.
 */
export function placeLabels(scene: Scene, at: Omit<Layout, 'labels'>): Label[] {
  const taken = nodeBoxes(scene, at);
  const lines = new Map(scene.edges.map((edge) => [edge, line(edge, at)]));
  const labels = scene.edges.map((edge) => {
    const [a, b] = lines.get(edge)!;
    const others = scene.edges.filter((other) => other !== edge && other.layer === edge.layer);
    const free = (size: Size): Spot | null => {
      let best: { spot: Spot; cost: number } | null = null;
      for (const [rank, t] of (at.boxes && a.y === b.y ? MIDDLE_FIRST : PLACES).entries()) {
        const spot = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        const box = around(spot, size.width, size.height);
        if (taken.some((other) => overlap(box, other))) continue;
        const crossed = others.filter((other) => crosses(lines.get(other)!, box)).length;
        const cost = crossed * 100 + rank;
        if (crossed <= 1 && (!best || cost < best.cost)) best = { spot, cost };
      }
      return best?.spot ?? null;
    };
    const sizes = (edge.delta ? [edge, { text: edge.text }] : [edge]).map((of) => labelSize(of, at.size));
    for (const size of sizes) {
      const spot = free(size);
      if (!spot) continue;
      taken.push(around(spot, size.width + APART, size.height + APART));
      return { ...spot, edge, ...size, quiet: false };
    }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, edge, ...sizes[0]!, quiet: true };
  });
  return labels.sort((a, b) => Number(a.quiet) - Number(b.quiet));
}

function labelSize({ text, delta = '' }: Pick<Edge, 'text' | 'delta'>, size: number): Size {
  return {
    width: (Math.max(5, text.length, 1.05 * delta.length) * LABEL_CHARACTER * size) / LABEL_SIZE + 4,
    height: delta ? LABEL_HEIGHT + DELTA_HEIGHT : LABEL_HEIGHT,
  };
}
