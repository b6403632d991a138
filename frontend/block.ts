/** A place in a table of cells, from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The text that is pasted, where it is a block for several cells; null for a single one. */
export function block(event: ClipboardEvent): string | null {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return /[\t\r\n;|]/.test(text.trim()) ? text : null;
}

/** Is the place in the block between two corners? */
export function covers(a: Place, b: Place, { row, column }: Place): boolean {
  const between = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return between(row, a.row, b.row) && between(column, a.column, b.column);
}
