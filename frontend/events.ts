/** What the components tell the page. Every event bubbles to <chainrule-page>. */
export interface PageEvents {
  'cr-pick': { q: string };
  'cr-edit': { cells: { q: string; text: string }[] };
  /** A block from the clipboard, from a cell of a layer's grid on; places count from 0. */
  'cr-paste': { layer: string; row: number; column: number; text: string };
  /** `steps` counts nudges since the drag began. */
  'cr-build': Build;
  'cr-scrub': { q: string; steps: number; phase: 'start' | 'move' | 'end' };
  /** The epoch of a run to go back to; what follows a start is the same drag. */
  'cr-epoch': { epoch: number; phase: 'start' | 'move' };
  'cr-nudge': { q: string; steps: number };
  'cr-key': { key: 'undo' | 'redo' | 'next' | 'previous' | 'help' | 'present' | 'pin' | 'unpin' | 'escape' };
  /** The LaTeX of a formula is wanted: its number, from 0, in the step's content or among the selected number's. */
  'cr-tex': { part: 'step' | 'selected'; number: number };
  /** A text to copy is asked of the server, within the gesture that wants it. */
  'cr-copies': Record<string, never>;
  /** The reader went to an address, or is at one with a part behind `#`: the `count`th that is told of. */
  'cr-address': { query: string; fragment: string; count: number };
  /** A lost session, or a page that the server gave up, is over: whether entries without an answer were made again. */
  'cr-resumed': { carried: boolean };
  'cr-theme': { theme: string };
  /** A file or a pasted text (without a name); the text is empty where `size`, in bytes, is too large. Of several files `others` are not read. */
  'cr-bring': { name: string; size: number; text: string; others: string[]; chosen: string };
  /** What was refused is no longer spoken of. */
  'cr-forget': Record<string, never>;
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

export function tell<K extends keyof PageEvents>(from: EventTarget, name: K, detail: PageEvents[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
