import { DELTA_HEIGHT, LABEL_HEIGHT, type Boxes, type Layout, type Line, type Spot } from './network-layout.js';
import type { Scene } from './scene.js';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the nodes of a drawing take of its room, with the texts around them. */
export function nodeBoxes(scene: Scene, at: Omit<Layout, 'labels'>): Box[] {
  return scene.columns.flatMap((column, c) =>
    column.nodes.flatMap((node, row) => {
      const spot = at.columns[c]![row]!;
      if (at.boxes) return boxesOf(spot, at.boxes, node.caption.length);
      const under = scene.pinned ? DELTA_HEIGHT : 0;
      if (column.kind === 'input') return [around(spot, at.square * 2 + 8, at.square * 2 + 8 + 2 * under)];
      const below = under + (node.bias ? at.below.bias + 16 : at.below.dz + 17);
      const caption = node.caption.length * (at.compact ? 6 : 7.4);
      return [
        around(spot, at.radius * 2 + 8, at.radius * 2 + 8),
        around({ x: spot.x, y: spot.y - at.radius - 12 }, caption, 16),
        around({ x: spot.x, y: spot.y + at.radius + below / 2 }, 56, below),
      ];
    }),
  );
}

/** A node that is a box, with its error gradient below and its caption above. */
function boxesOf({ x, y }: Spot, { half, captions }: Boxes, letters: number): Box[] {
  const line = LABEL_HEIGHT + 2;
  const box = around({ x, y: y + line / 2 }, half.x * 2 + 6, half.y * 2 + line);
  return captions ? [box, around({ x, y: y - half.y - line / 2 }, letters * 8, line)] : [box];
}

export function around({ x, y }: Spot, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Liang and Barsky's clipping test: does any part of the line lie in the box? */
export function crosses([a, b]: Line, box: Box): boolean {
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
