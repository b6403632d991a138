import { around, nodeBoxes, overlap, type Box } from './network-boxes.js';
import { LABEL_HEIGHT, LABEL_SIZE, line, PLACES, type Label, type Layout, type Spot } from './network-layout.js';
import type { Scene } from './scene.js';
import type { Carried, Stage } from './stage.js';

/**
 * Where the number stands that an edge carries; `alone` where there is room for it only in its weight's place, `quiet`
 * where there is none: it shows when it is asked for.
 */
export interface Load extends Pick<Label, 'x' | 'y' | 'width' | 'height'> {
  carried: Carried;
  alone: boolean;
  quiet: boolean;
  /** Of its text. */
  size: number;
}

const CHARACTER = 8.2;
/** What a number leaves of its edge for the arrow's head. */
const ARROW = 18;
const MOST_NARROW = 40;
/** The least size of a text where a drawing is as small as it gets. */
const LEAST = 13.8;
/** Between a number and the box of a node that it stands above or below. */
const CLEAR = 14;

/** By the weight's address, a place below or above its label for what its edge carries. */
export function placeLoads(scene: Scene, at: Layout, stage: Stage | undefined): Map<string, Load> {
  const loads = new Map<string, Load>();
  if (!stage?.carried.length) return loads;
  const carried = new Map(stage.carried.map((c) => [c.edge, c]));
  const nodes = nodeBoxes(scene, at);
  const labels = new Map(at.labels.filter((l) => !l.quiet).map((l) => [l.edge.q, boxOf(l)]));
  const taken: Box[] = [];
  for (const label of at.labels) {
    const own = carried.get(label.edge.q);
    if (!own) continue;
    const weight = labels.get(label.edge.q);
    const others = [...nodes, ...taken, ...labels.values()];
    const load = placed(label, own, at, (box, beside) =>
      others.every((other) => (!beside && other === weight) || !overlap(box, other)),
    );
    if (load.alone) labels.delete(label.edge.q);
    if (!load.quiet) taken.push(boxOf(load));
    loads.set(label.edge.q, load);
  }
  return loads;
}

/** @param isFree whether a number can stand there, in its weight's place or beside it */
function placed(label: Label, carried: Carried, at: Layout, isFree: (box: Box, beside: boolean) => boolean): Load {
  const grown = at.size / LABEL_SIZE;
  const width = (Math.max(5, carried.text.length) * CHARACTER + 10) * grown;
  const height = (LABEL_HEIGHT + 2) * grown;
  const load = { carried, width, height, size: at.size, quiet: false };
  const free = (spots: Spot[], beside: boolean) => spots.find((spot) => isFree(around(spot, width, height), beside));
  const near = label.edge.delta || label.quiet ? undefined : free(beside(label, height, at), true);
  if (near) return { ...load, ...near, alone: false };
  const [a, b] = line(label.edge, at);
  const along = PLACES.map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }));
  const spot = free([{ x: label.x, y: label.y }, ...along], false);
  if (spot) return { ...load, ...spot, alone: true };
  const most = Math.max(MOST_NARROW, Math.hypot(b.x - a.x, b.y - a.y) - ARROW);
  const share = Math.min(1, most / width);
  const legible = at.compact || share * at.size >= LEAST;
  if (at.boxes || Math.abs(a.y - b.y) >= 1 || !legible)
    return { ...load, x: label.x, y: label.y, alone: label.quiet, quiet: true };
  return { ...load, x: (a.x + b.x) / 2, y: label.y, width: width * share, size: at.size * share, alone: true };
}

/** Below and above a label; where nodes are boxes, also clear of those at its edge's ends. */
function beside({ x, y, height }: Label, own: number, at: Layout): Spot[] {
  const apart = (height + own) / 2;
  const far = at.boxes ? [at.boxes.half.y + CLEAR, at.boxes.half.y + CLEAR + LABEL_HEIGHT + 4] : [];
  return [apart, ...far].flatMap((dy) => [
    { x, y: y + dy },
    { x, y: y - dy },
  ]);
}

function boxOf({ x, y, width, height }: Pick<Label, 'x' | 'y' | 'width' | 'height'>): Box {
  return around({ x, y }, width, height);
}
