import type { Edge, Scene } from './scene.js';

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
  columns: Spot[][];
  targets: Spot[];
  labels: Label[];
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

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Line = [Spot, Spot];
type Size = Pick<Label, 'width' | 'height'>;

/** The width of a drawing that fits a phone. */
export const NARROW = 430;
export const LABEL_HEIGHT = 18;
/** What a column's pitch and both ends are together at least: its outer names and numbers are clear of the controls. */
const CLEAR = 144;
/** What a change since the pin adds to it. */
export const DELTA_HEIGHT = 12;
const LABEL_CHARACTER = 7.7;
const PLACES = [0.3, 0.34, 0.26, 0.38, 0.22, 0.42, 0.66, 0.7, 0.62, 0.74, 0.58, 0.78, 0.5, 0.54, 0.46, 0.18];

export function layout(scene: Scene, compact: boolean): Layout {
  if (scene.dense) return denseLayout(scene, compact);
  const count = scene.columns.length;
  const rows = Math.max(1, ...scene.columns.map((column) => column.nodes.length));
  const biases = scene.columns.some((column) => column.nodes.some((node) => node.bias));
  const small = compact || rows > 4;
  const plain = compact && count > 4 ? (count > 6 ? 18 : 22) : small ? 25 : 30;
  const radius = !scene.pinned ? plain : compact ? (count > 3 ? 30 : 34) : small ? 36 : 42;
  const inside = scene.pinned ? roomy(radius) : tight(radius);
  const under = scene.pinned ? DELTA_HEIGHT : 0;
  const below = { dz: 13, bias: 30 + under };
  const usual = compact ? 106 : rows > 4 ? 96 : rows > 2 ? 120 : 146;
  const pitch = usual + 2 * (radius - plain) + under + (biases ? 24 + under : 0);
  const width = compact
    ? NARROW + (scene.pinned ? Math.max(0, count - 4) * 100 : 0)
    : 860 + Math.max(0, count - 3) * 110;
  const foot = scene.pinned ? 2 * DELTA_HEIGHT : 0;
  const height = rows * pitch + Math.max(38, CLEAR - usual) + foot;
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
  const bare = { width, height, compact, radius, square, room, inside, below, columns, targets };
  return { ...bare, labels: placeLabels(scene, bare) };
}

/** Two numbers. */
function tight(radius: number): Inside {
  const small = radius < 30;
  return { up: small ? 8 : 9, down: small ? 10 : 11, size: small ? 14 : 16, width: radius * 1.72, apart: 0 };
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
  const width = compact ? 430 : 900;
  const pitch = Math.max(compact ? 9 : 11, Math.min(34, 560 / rows));
  const [first, last] = compact ? [24, width - 48] : [70, width - 110];
  const across = (last - first) / Math.max(1, count - 1);
  const radius = Math.max(3.5, Math.min(pitch * 0.42, across * 0.28));
  const height = rows * pitch + CONTROLS;
  const down = (nodes: number, row: number) =>
    height / 2 + (row - (nodes - 1) / 2) * Math.min(pitch * 2, (rows * pitch) / nodes);
  const place = (x: number, nodes: number) => Array.from({ length: nodes }, (_, row) => ({ x, y: down(nodes, row) }));
  const columns = scene.columns.map((column, c) => place(first + across * c, column.nodes.length));
  const targets = place(width - (compact ? 14 : 40), scene.targets.length);
  const inside = tight(radius);
  const below = { dz: 0, bias: 0 };
  const bare = { width, height, compact, radius, square: radius, room: across, inside, below, columns, targets };
  const labels = scene.edges
    .filter((edge) => edge.q === scene.selected)
    .map((edge) => {
      const [a, b] = line(edge, bare);
      return {
        edge,
        x: (a.x + b.x) / 2,
        y: (a.y + b.y) / 2,
        ...labelSize(edge),
        quiet: false,
      };
    });
  return { ...bare, labels };
}

/** The visible part of an edge: from rim to rim. */
export function line(edge: Edge, at: Pick<Layout, 'columns' | 'radius' | 'square'>): Line {
  const from = at.columns[edge.layer]![edge.from]!;
  const to = at.columns[edge.layer + 1]![edge.to]!;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const start = edge.layer === 0 ? at.square + 2 : at.radius + 2;
  const end = at.radius + 2;
  return [
    { x: from.x + ux * start, y: from.y + uy * start },
    { x: to.x - ux * end, y: to.y - uy * end },
  ];
}

/**
 * Gives each weight's label a free place on its edge: clear of nodes, of other labels and nearly of other edges. One
 * that finds none with its change does without.
 */
function placeLabels(scene: Scene, at: Omit<Layout, 'labels'>): Label[] {
  const taken = nodeBoxes(scene, at);
  const lines = new Map(scene.edges.map((edge) => [edge, line(edge, at)]));
  const labels = scene.edges.map((edge) => {
    const [a, b] = lines.get(edge)!;
    const others = scene.edges.filter((other) => other !== edge && other.layer === edge.layer);
    const free = (size: Size): Spot | null => {
      let best: { spot: Spot; cost: number } | null = null;
      for (const [rank, t] of PLACES.entries()) {
        const spot = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        const box = around(spot, size.width, size.height);
        if (taken.some((other) => overlap(box, other))) continue;
        const crossed = others.filter((other) => crosses(lines.get(other)!, box)).length;
        const cost = crossed * 100 + rank;
        if (crossed <= 1 && (!best || cost < best.cost)) best = { spot, cost };
      }
      return best?.spot ?? null;
    };
    const sizes = edge.delta ? [labelSize(edge), labelSize({ text: edge.text })] : [labelSize(edge)];
    for (const size of sizes) {
      const spot = free(size);
      if (!spot) continue;
      taken.push(around(spot, size.width, size.height));
      return { ...spot, edge, ...size, quiet: false };
    }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, edge, ...sizes[0]!, quiet: true };
  });
  return labels.sort((a, b) => Number(a.quiet) - Number(b.quiet));
}

function labelSize({ text, delta = '' }: Pick<Edge, 'text' | 'delta'>): Size {
  return {
    width: Math.max(5, text.length, 0.8 * delta.length) * LABEL_CHARACTER + 4,
    height: delta ? LABEL_HEIGHT + DELTA_HEIGHT : LABEL_HEIGHT,
  };
}

function nodeBoxes(scene: Scene, at: Omit<Layout, 'labels'>): Box[] {
  return scene.columns.flatMap((column, c) =>
    column.nodes.flatMap((node, row) => {
      const spot = at.columns[c]![row]!;
      const under = scene.pinned ? DELTA_HEIGHT : 0;
      if (column.kind === 'input') return [around(spot, at.square * 2 + 8, at.square * 2 + 8 + 2 * under)];
      const below = under + (node.bias ? at.below.bias + 16 : at.below.dz + 17);
      const caption = node.caption.length * (at.compact ? 6 : 6.6);
      return [
        around(spot, at.radius * 2 + 8, at.radius * 2 + 8),
        around({ x: spot.x, y: spot.y - at.radius - 12 }, caption, 16),
        around({ x: spot.x, y: spot.y + at.radius + below / 2 }, 56, below),
      ];
    }),
  );
}

function around({ x, y }: Spot, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Liang and Barsky's clipping test: does any part of the line lie in the box? */
function crosses([a, b]: Line, box: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [enter, leave] = [0, 1];
  for (const [p, q] of [
    [-dx, a.x - box.left],
    [dx, box.right - a.x],
    [-dy, a.y - box.top],
    [dy, box.bottom - a.y],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) enter = Math.max(enter, q / p);
    else leave = Math.min(leave, q / p);
  }
  return enter <= leave;
}
