/** A place in a table of cells, from 0. */
export interface Place {
  row: number;
  column: number;
}

/** What a spreadsheet puts on the clipboard, as rows of texts; null for a single text. */
export function block(text: string): string[][] | null {
  const trimmed = text.replace(/[\r\n]+$/, '');
  if (!/[\t\n;]/.test(trimmed)) return null;
  return trimmed.split(/\r?\n/).map((row) => row.split(/[\t;]/).map((cell) => cell.trim()));
}

/** Is the place in the block between two corners? */
export function covers(a: Place, b: Place, { row, column }: Place): boolean {
  const between = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return between(row, a.row, b.row) && between(column, a.column, b.column);
}
