/** The sizes of the table of samples, in pixels: the style sheet has the first three too. */
export const ROW = 34;
const NUMBERS = 56;
const LOSSES = 88;
const NARROWEST = 78;

/** Rows and columns drawn beyond the edges of what is seen. */
const SPARE = 3;

export interface Range {
  from: number;
  end: number;
}

/** What of a table of `rows` × `columns` is seen through a scrolling element. */
export interface Seen {
  rows: Range;
  columns: Range;
  /** The width of a column. */
  width: number;
}

export function seen(box: Element | null, rows: number, columns: number): Seen {
  const [across, down] = [box?.clientWidth ?? 400, box?.clientHeight ?? 400];
  const width = Math.max(NARROWEST, (across - NUMBERS - LOSSES) / Math.max(1, columns));
  return {
    rows: range(box?.scrollTop ?? 0, down, ROW, rows),
    columns: range(box?.scrollLeft ?? 0, across, width, columns),
    width,
  };
}

function range(scrolled: number, length: number, size: number, count: number): Range {
  const end = Math.min(count, Math.ceil((scrolled + length) / size) + SPARE);
  return { from: Math.max(0, Math.min(end, Math.floor(scrolled / size) - SPARE)), end };
}

/** The numbers of a range, and `also` if it lies beyond. */
export function numbers({ from, end }: Range, also: number): number[] {
  const all = Array.from({ length: end - from }, (_, i) => from + i);
  if (also < 0 || (also >= from && also < end)) return all;
  return also < from ? [also, ...all] : [...all, also];
}

/** Scrolls a cell into view, clear of the names that stand still at the edges. */
export function reveal(box: Element, row: number, column: number, width: number): void {
  const into = (scrolled: number, start: number, size: number, room: number) =>
    Math.min(start, Math.max(scrolled, start + size - room));
  box.scrollTop = into(box.scrollTop, row * ROW, ROW, box.clientHeight - ROW);
  if (column >= 0) box.scrollLeft = into(box.scrollLeft, column * width, width, box.clientWidth - NUMBERS - LOSSES);
}
