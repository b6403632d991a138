import { NARROW, placeLabels, tight, USUAL, type Layout, type Spot } from './network-layout.js';
import type { Column, Scene } from './scene.js';

/** A drawing's part of a small projector's window in pixels: above the panel, or beside it where it is tall. */
const ABOVE = { width: 1226, height: 318 };
const BESIDE = { width: 600, height: 540 };
/** The least size of a label there. */
const SIZE = 16;
/** Digits and signs are about as wide as this share of their size. */
const WIDE = 0.58;
/** Half the height of a node's box: two numbers. */
const HALF = 21;
const LINE = 19;
/** Of a label in the usual layout. */
const USUAL_SIZE = 14;
const EDGE = 8;

/** Whether its panel stands beside it. */
export function isTall(columns: Column[]): boolean {
  return columns.some(({ nodes }) => nodes.length > 4);
}

/** The classes of its drawing. */
export function kinds({ columns, dense, pinned }: Scene, { compact }: Layout): string {
  return Object.entries({ compact, dense, pinned, tall: isTall(columns) })
    .filter(([, is]) => is)
    .map(([kind]) => kind)
    .join(' ');
}

/** Whether a usual layout is legible on a projector. */
export function isLegible(scene: Scene, { width, height }: Layout, spare: number): boolean {
  const room = isTall(scene.columns) ? BESIDE : ABOVE;
  return USUAL_SIZE * Math.min(room.width / width, room.height / (height - 2 * spare)) >= SIZE;
}

/** As much of a network as a projector shows in letters of its size: boxes for nodes, without biases. */
export function projectedLayout(scene: Scene): Layout {
  const { width, height } = isTall(scene.columns) ? BESIDE : ABOVE;
  const rows = Math.max(...scene.columns.map(({ nodes }) => nodes.length), scene.targets.length);
  const captions = rows * (2 * HALF + 2 * LINE + 4) <= height;
  const top = captions ? 0 : LINE + 6;
  const pitch = (height - top) / rows;
  const half = { x: halfWidth(numbers(scene.columns)), y: HALF };
  const outer = halfWidth(scene.targets.map(({ text }) => text));
  const [first, last] = [EDGE + half.x, width - EDGE - 2 * outer - EDGE - 3 * SIZE - half.x];
  const count = scene.columns.length;
  const room = (last - first) / Math.max(1, count - 1);
  const across = (column: number) => (count === 1 ? first : first + room * column);
  const middle = top + (height - top) / 2 + (captions ? 0 : -LINE / 2);
  const down = (nodes: number, row: number) =>
    middle + (row - (nodes - 1) / 2) * Math.min(pitch * 1.5, (height - top) / nodes);
  const columns = scene.columns.map(({ nodes }, c) =>
    nodes.map((_, row) => ({ x: across(c), y: down(nodes.length, row) })),
  );
  const targets = scene.targets.map(
    (_, row): Spot => ({
      x: width - EDGE - outer,
      y: down(scene.targets.length, row),
    }),
  );
  const bare = {
    width,
    height,
    compact: false,
    radius: half.x,
    square: half.x,
    room,
    inside: { ...tight(half.x), up: 9, down: 10, size: SIZE, width: 2 * half.x - 4 },
    below: { dz: 12, bias: 0 },
    boxes: { half, outer, captions, heads: captions ? [] : heads(scene.columns, columns) },
    size: SIZE,
    columns,
    targets,
  };
  return { ...bare, labels: placeLabels(scene, bare) };
}

/** Characters of its longest number. */
export function longestOfAll({ columns, targets }: Scene): number[] {
  return [numbers(columns), targets.map(({ text }) => text)].map((texts) => Math.max(...texts.map((t) => t.length)));
}

function halfWidth(texts: string[]): number {
  return (Math.max(4, ...texts.map(({ length }) => length)) * WIDE * SIZE) / 2 + 7;
}

function numbers(columns: Column[]): string[] {
  return columns.flatMap(({ nodes }) =>
    nodes.flatMap(({ value, p, z, dz }) => [value, p, z, dz].map((mark) => mark?.text ?? '')),
  );
}

/** Each layer's name above its column. */
function heads(columns: Column[], at: Spot[][]): (Spot & { text: string })[] {
  return columns.flatMap(({ kind, nodes }, c) =>
    kind === 'input' ? [] : [{ text: nodes[0]!.caption.split(' ')[1]!, x: at[c]![0]!.x, y: LINE }],
  );
}

/** What of its size a drawing keeps that is too wide for a phone or the page: it scrolls. */
const SCROLLED = 0.8;

/** A drawing stays as large as its numbers are legible: a wide one scrolls. */
export function least({ compact, width, height }: Layout, staged: boolean): string {
  const wide = width > (compact ? NARROW : USUAL);
  const size = (full: number) => `${(full * SCROLLED).toFixed()}px`;
  return `${wide ? `min-width:${size(width)};` : ''}${staged ? `--least:${size(height)}` : ''}`;
}
