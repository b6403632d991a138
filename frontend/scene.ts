/** What the network drawing shows, whatever is selected. All texts arrive formatted; a missing text is a number not yet reached. */
export interface SentScene {
  /** Accessible name of the whole drawing. */
  label: string;
  columns: Column[];
  targets: Mark[];
  edges: Edge[];
  /** From each node of a column to its own of the next, where there are no weights. */
  links: Link[];
  /** Nodes are too many to hold their numbers. */
  dense: boolean;
  /** Numbers need room for their changes since the pin. */
  pinned: boolean;
  /** Says that not all weights are drawn. */
  thinned: string | null;
}

/** What is selected: another selection is sent without the scene. */
export interface Choice {
  /** Address of the selected number, or null. */
  selected: string | null;
  /** Where not all weights are drawn, those that are drawn for it alone. */
  edges: Edge[];
  /** What these are called, by address. */
  names: Record<string, string>;
}

/** A scene with what is selected in it. */
export interface Scene extends SentScene {
  selected: string | null;
}

/** One number that can be selected: its address and text. */
export interface Mark {
  q: string;
  text: string;
  /** All that it says, where that is more than its name and number. */
  aria?: string;
  /** Its change since the pin, where it changed. */
  delta?: string;
}

export interface Column {
  kind: 'input' | 'layer';
  nodes: Node[];
}

/** An input (value only) or a neuron (all but value). */
export interface Node {
  /** "x₁" or "n₁". */
  name: string;
  /** "n₁ hid · ReLU"; empty for inputs. */
  caption: string;
  /** A ReLU whose preactivation is not positive. */
  off: boolean;
  /** |z| relative to the largest of its layer, 0 to 1. */
  strength: number;
  value: Mark | null;
  p: Mark | null;
  z: Mark | null;
  dz: Mark | null;
  bias: Mark | null;
}

/** An edge without a weight: from node `from` of column `layer` to node `to` of column `layer + 1`, all from 0. */
export interface Link {
  layer: number;
  from: number;
  to: number;
}

/** A weight: from node `from` of column `layer` to node `to` of column `layer + 1`, all counted from 0. */
export interface Edge {
  q: string;
  text: string;
  /** Its change since the pin, where it changed. */
  delta?: string;
  layer: number;
  from: number;
  to: number;
  /** The weight as a share of the largest magnitude in the network, −1 to 1. */
  relative: number;
}

/** The scene with a choice made in it: its edges stand in the network's order. */
export function withChoice(scene: SentScene, { selected, edges }: Choice): Scene {
  const inOrder = (a: Edge, b: Edge) => a.layer - b.layer || a.to - b.to || a.from - b.from;
  return { ...scene, selected, edges: edges.length ? [...scene.edges, ...edges].sort(inOrder) : scene.edges };
}
