/** The samples, of which a part is here with its numbers. Rows and columns count from 0. */
export interface Samples {
  count: number;
  /** The sample on show. */
  shown: number;
  /** "x₁" … "y₁" …; the first `inputs` are inputs. */
  columns: string[];
  /** What each column stands for, or an empty text. */
  captions: string[];
  inputs: number;
  /** "J": the name of the last column. */
  loss: string;
  /** The part: its first row and column, its texts row by row with all their digits, its rows' losses. */
  top: number;
  left: number;
  rows: string[][];
  /** Each text as it is displayed, or null where that is the text. */
  briefs: (string | null)[][];
  losses: string[];
  /** Entries that were refused: the sentence names the place. */
  errors: { row: number; column: number; text: string }[];
  /** How many more were refused, as a sentence. */
  more: string | null;
  /** Any number that differs after each edit, so that an edit without effect repaints too. */
  rev: number;
}

export interface SampleWords {
  table: string;
  number: string;
  actions: string;
  add: string;
  duplicate: string;
  remove: string;
  keep: string;
  read: string;
  save: string;
  hint: string;
}
