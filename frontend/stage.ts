import type { Edge, Link, Scene } from './scene.js';

/** What of the drawing is in emphasis, and which way numbers run in it. */
export interface Stage {
  /** The key of the step on show. */
  step: string;
  /** 1 forward, −1 backward, 0 neither. */
  flow: number;
  /** By column, inputs first and targets last: the lit row, ALL or NONE. */
  nodes: number[];
  /** Those whose edges are lit, where both their ends are; from 0. */
  layers: number[];
  /** The first column whose error gradients stand there. */
  errors: number;
  /** The class of the colour of what runs. */
  role: string;
  carried: Carried[];
}

/** A number on an edge beside its weight. */
export interface Carried {
  /** The weight's address. */
  edge: string;
  /** The address of the number, or of the sum that it is a term of. */
  q: string;
  text: string;
  /** The class of its colour. */
  role: string;
}

const ALL = -1;
export const NONE = -2;

/** Whether a node is in emphasis; without a stage all are. */
export function isLit(stage: Stage | undefined, column: number, row: number): boolean {
  if (!stage) return true;
  const lit = stage.nodes[column];
  return lit === ALL || lit === row;
}

/** Whether some node of a column is. */
export function isAnyLit(stage: Stage, column: number): boolean {
  return stage.nodes[column] !== NONE;
}

/** Whether an edge is: from node `from` of column `layer` to node `to` of the next. */
export function isOnPath(
  stage: Stage | undefined,
  { layer, from, to }: { layer: number; from: number; to: number },
): boolean {
  return !stage || (stage.layers.includes(layer) && isLit(stage, layer, from) && isLit(stage, layer + 1, to));
}

/** Edges of a dense drawing along which what runs can be told apart. */
const MOST = 64;

/** Those along which something runs: all, or of a dense drawing the selected number's path. */
export function inUse({ dense, selected, edges }: Scene, stage: Stage | undefined): Edge[] {
  if (!dense) return edges;
  const used = selected ? edges.filter((edge) => isOnPath(stage, edge)) : [];
  return used.length > MOST ? [] : used;
}

/** Whether the neurons of a column show their error gradients. */
export function hasError(stage: Stage | undefined, column: number): boolean {
  return !stage || column >= stage.errors;
}

/** Whether nothing runs along an edge: forward its source is off, backward what it leads to. */
export function isDead({ columns }: Scene, stage: Stage | undefined, { layer, from, to }: Link): boolean {
  const off = (column: number, row: number) => columns[column]!.nodes[row]!.off;
  const { flow = 0, role = '' } = stage ?? {};
  return (off(layer, from) && !(flow < 0 && role === 'cdz')) || (off(layer + 1, to) && !(flow > 0));
}
