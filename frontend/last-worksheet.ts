const KEY = 'chainrule.worksheet';

/** Remembers the worksheet that this tab leaves, for the way back to it. */
export function rememberWorksheet(): void {
  try {
    sessionStorage.setItem(KEY, location.search + location.hash);
  } catch {
    // Without storage the way back leads to the first worksheet.
  }
}

/** The address of the worksheet that this tab left last, or of the first one. */
export function lastWorksheet(): string {
  try {
    return `./${sessionStorage.getItem(KEY) ?? ''}`;
  } catch {
    return './';
  }
}
