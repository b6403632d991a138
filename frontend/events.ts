import type { Range } from './sample-view.js';

/** What the components tell the server. Every event bubbles to <chainrule-page>. */
export interface PageEvents {
  'cr-pick': { q: string };
  'cr-edit': Entered & { cells: { q: string; text: string }[] };
  /** A block from the clipboard, from a cell of a layer's grid on; places count from 0. */
  'cr-paste': Entered & { layer: string; row: number; column: number; text: string };
  'cr-build': Entered & Build;
  'cr-samples': Entered & Deed;
  /** `steps` counts nudges since the drag began. */
  'cr-scrub': { q: string; steps: number; phase: 'start' | 'move' | 'end' };
  /** The epoch of a run to go back to; what follows a start is the same drag. */
  'cr-epoch': { epoch: number; phase: 'start' | 'move' };
  /** A row of a run's table, from 0: the worksheet that its update began with is wanted. */
  'cr-row': { row: number };
  /** A point of J's curve to go back to, counted from the curve's first. */
  'cr-revisit': { point: number };
  /** What was typed into a box of an exercise. */
  'cr-answer': { q: string; text: string };
  /** The reader went to a box that has a verdict. */
  'cr-look': { q: string };
  /** Result links that were pasted. */
  'cr-links': { text: string };
  'cr-nudge': Entered & { q: string; steps: number };
  'cr-key': { key: 'undo' | 'redo' | 'next' | 'previous' | 'help' | 'present' | 'pin' | 'unpin' | 'escape' };
  /** The LaTeX of a formula is wanted: its number, from 0, in that part of the step panel. */
  'cr-tex': { part: Part; number: number };
  /** The reader went to an address, or is at one with a part behind `#`: the `count`th that is told of. */
  'cr-address': { query: string; fragment: string; count: number };
  /** A lost session, or a page that the server gave up, is over: whether entries without an answer were made again. */
  'cr-resumed': { carried: boolean };
  /** What the browser remembers when the page is entered. */
  'cr-theme': { theme: string; presenting: boolean; notation: string };
  /** A file or a pasted text (without a name); the text is empty where `size`, in bytes, is too large. Of several files `others` are not read. */
  'cr-bring': Entered & { name: string; size: number; text: string; others: string[]; chosen: string };
  /** What was refused is no longer spoken of. */
  'cr-forget': Record<string, never>;
}

/** Where formulas stand in the step panel: its step, ∂J/∂x of the inputs, the selected number. */
export type Part = 'step' | 'inputs' | 'selected';

/** What the components tell the page itself. */
interface OwnEvents {
  /** A text to copy is asked of the server, within the gesture that wants it. */
  'cr-copies': Record<string, never>;
}

/** An event that is kept until the server has answered it. */
interface Entered {
  /** The name that the ledger gives it. */
  entry?: string;
}

/** What is done with the table of samples, or asked of it; all but `deed` may be left out. Rows and columns count from 0. */
export interface Deed {
  deed: 'write' | 'paste' | 'nudge' | 'clear' | 'add' | 'duplicate' | 'remove' | 'keep' | 'show' | 'copy' | 'see';
  /** A cell. */
  row?: number;
  column?: number;
  /** What was typed or pasted there. */
  text?: string;
  steps?: number;
  /** Whole rows, up to before `end`. */
  from?: number;
  end?: number;
  /** A part of the table. */
  rows?: Range;
  columns?: Range;
  /** The sample to be shown. */
  sample?: number;
}

/** A change of the network that is asked for; all but `act` may be left out. */
export interface Build {
  act: string;
  /** The layer's name; left out for the inputs. */
  layer?: string;
  /** What was entered or chosen. */
  text?: string;
  /** A neuron, a remedy, or how far to go. */
  number?: number;
  /** Where it is asked, and a refusal is to be shown. */
  at?: string;
}

type Events = PageEvents & OwnEvents;

export function tell<K extends keyof Events>(from: EventTarget, name: K, detail: Events[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
