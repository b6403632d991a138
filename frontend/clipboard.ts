/** The clipboard for a text that the server tells: Safari takes one only where it was promised in the gesture itself. */
export class Clipboard {
  private expected: { give: (text: Blob) => void; written: Promise<boolean> } | null = null;

  /** To be called within the gesture that asks for a text. */
  expect(): void {
    this.expected = null;
    if (!navigator.clipboard?.write || typeof ClipboardItem === 'undefined') return;
    let give: (text: Blob) => void;
    const text = new Promise<Blob>((resolve) => (give = resolve));
    const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(
      () => true,
      () => false,
    );
    this.expected = { give: give!, written };
  }

  /** Copies a text, also over plain HTTP, where the clipboard's own interface is missing. */
  async write(text: string): Promise<boolean> {
    const expected = this.expected;
    this.expected = null;
    expected?.give(new Blob([text], { type: 'text/plain' }));
    if (await expected?.written) return true;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement as HTMLElement | null;
  const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  area.className = 'visually-hidden';
  (before?.closest('dialog') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied;
}
