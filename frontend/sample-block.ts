import { covers, type Place } from './block.js';
import type { Range } from './sample-view.js';

/** The column of the samples' numbers. */
export const NUMBER = -1;

/** The selected cells between two corners: whole rows where a corner is a sample's number. */
export class Block {
  constructor(
    readonly anchor: Place,
    readonly head: Place,
  ) {}

  private get whole(): boolean {
    return this.anchor.column === NUMBER || this.head.column === NUMBER;
  }

  /** A single cell is in use, but not chosen. */
  chooses({ row, column }: Place): boolean {
    const { anchor, head, whole } = this;
    if (!whole && same(anchor, head)) return false;
    return covers(anchor, head, { row, column: whole ? anchor.column : column });
  }

  /** Its rows and columns in a table of so many columns. */
  corners(columns: number): { rows: Range; columns: Range } {
    const { anchor, head } = this;
    return {
      rows: between(anchor.row, head.row),
      columns: this.whole ? { from: 0, end: columns } : between(anchor.column, head.column),
    };
  }
}

function between(a: number, b: number): Range {
  return { from: Math.min(a, b), end: Math.max(a, b) + 1 };
}

export function same(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The place of a cell's key. */
export function place(key: string): Place {
  const [row, column] = key.split(':').map(Number);
  return { row: row!, column: column! };
}

/** The place of a cell's input, or of a sample's number. */
export function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof HTMLElement)) return null;
  const { cell, row } = target.dataset;
  return cell ? place(cell) : row ? { row: Number(row), column: NUMBER } : null;
}

/** Where a key leads that is no arrow from a cell, in a table of this size; null if nowhere. */
export function destination(
  event: KeyboardEvent,
  { row, column }: Place,
  rows: number,
  columns: number,
  page: number,
): Place | null {
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'PageDown':
      return { row: Math.min(rows - 1, row + page), column };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'Home':
      return { row: command ? 0 : row, column: 0 };
    case 'End':
      return { row: command ? rows - 1 : row, column: columns - 1 };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    default:
      return null;
  }
}
