import { svg, type TemplateResult } from 'lit';
import type { Layout, Spot } from './network-layout.js';
import { isAnyLit, type Stage } from './stage.js';

/** The length of an arrow below a gap, and how far it is from the drawing's foot. */
const WAY = 56;
const FOOT = 34;

/** Of many edges no single one has an arrow: below each gap between columns that are lit, the way numbers run there. */
export function ways({ columns, targets, height }: Layout, stage: Stage | undefined): TemplateResult[] {
  if (!stage?.flow) return [];
  const xs = [...columns, targets].map((spots) => spots[0]!.x);
  return xs.slice(1).flatMap((x, layer) => {
    const last = layer === xs.length - 2;
    const lit = last ? isAnyLit(stage, layer) && isAnyLit(stage, layer + 1) : stage.layers.includes(layer);
    const [middle, half] = [(xs[layer]! + x) / 2, Math.min(WAY, (x - xs[layer]!) / 2) / 2];
    return lit ? [svg`<g class="way">${arrow(stage.flow, middle - half, middle + half, height - FOOT)}</g>`] : [];
  });
}

/** Between two places of a row, to the right where numbers run forward. */
export function arrow(flow: number, left: number, right: number, y: number): TemplateResult {
  const [tail, tip] = flow < 0 ? [right, left] : [left, right];
  const from = { x: tail, y };
  const to = { x: tip, y };
  return svg`<path class="end" d=${path(from, towards(to, from, HEAD - 2))}></path>
    <path class="head" d=${head(to, from)}></path>`;
}

/** The length of an arrow's head. */
export const HEAD = 11;

/** An arrow's head whose tip is at `tip`, coming from `tail`. */
export function head(tip: Spot, tail: Spot): string {
  const back = towards(tip, tail, HEAD);
  const [dx, dy] = [(tip.y - back.y) * 0.45, (back.x - tip.x) * 0.45];
  return `${path(tip, { x: back.x + dx, y: back.y + dy })} ${(back.x - dx).toFixed(1)} ${(back.y - dy).toFixed(1)}z`;
}

/** The spot so far from `from` on the way to `to`. */
export function towards(from: Spot, to: Spot, far: number): Spot {
  const share = far / (Math.hypot(to.x - from.x, to.y - from.y) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function path(a: Spot, b: Spot): string {
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
}
