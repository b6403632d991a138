const KEY = 'chainrule.notation';

/** The notation that the reader chose last in this browser, as links write it, or nothing. */
export function rememberedNotation(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberNotation(notation: string): void {
  try {
    localStorage.setItem(KEY, notation);
  } catch {
    // Without storage no link is ever offered in another notation.
  }
}
