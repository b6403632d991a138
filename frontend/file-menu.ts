import { tell } from './events.js';
import './menus.js';
import type { ChainrulePage } from './page.js';
import { png, svg } from './picture.js';

/** A longer text is not put into the dialog to be mended. */
const MENDABLE = 200_000;
const FIELDS = 'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]';

/** Hears of files: chosen (by any button that says so), dropped anywhere on the page, or pasted outside fields. Takes pictures of the drawing. */
export class FileMenu extends HTMLElement {
  /** Bytes that the server takes. */
  declare limit: number;
  private text = '';
  private readonly onClick = (event: MouseEvent) => this.clicked(event);
  private readonly onDrag = (event: DragEvent) => this.drag(event);
  private readonly onPaste = (event: ClipboardEvent) => this.pasted(event);

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('change', () => this.chosen());
  }

  connectedCallback(): void {
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
      document.addEventListener(type, this.onDrag);
    document.addEventListener('click', this.onClick);
    document.addEventListener('paste', this.onPaste);
    this.dialog.addEventListener('close', () => this.forget());
  }

  disconnectedCallback(): void {
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
      document.removeEventListener(type, this.onDrag);
    document.removeEventListener('click', this.onClick);
    document.removeEventListener('paste', this.onPaste);
  }

  /** What was brought is on the page. */
  opened(): void {
    this.dialog.close();
  }

  /** What was brought was refused: the dialog says why, and holds the text. */
  refused(): void {
    if (this.text.length <= MENDABLE) this.area.value = this.text;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.scrollTop = 0;
  }

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }

  private get area(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private get chooser(): HTMLInputElement {
    return this.querySelector('input[type=file]')!;
  }

  private get hint(): HTMLElement {
    return this.querySelector('.drop-hint')!;
  }

  private clicked(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-files], [data-picture]');
    const { files, picture } = button?.dataset ?? {};
    if (files === 'open') this.chooser.click();
    else if (files === 'paste') this.dialog.showModal();
    else if (files === 'read') this.read();
    else if (files === 'close') this.dialog.close();
    else if (files === 'print') this.print(button as HTMLAnchorElement);
    else if (picture) this.picture(picture);
  }

  /** The printable page is that of the worksheet as it stands now. */
  private print(link: HTMLAnchorElement): void {
    document.querySelector<ChainrulePage>('chainrule-page')!.arrive();
    link.href = `print${location.search}${location.hash}`;
  }

  private key(event: KeyboardEvent): void {
    if (event.target === this.area && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.read();
  }

  private read(): void {
    this.bring('', this.area.value);
  }

  private chosen(): void {
    const file = this.chooser.files?.[0];
    this.chooser.value = '';
    if (file) this.bringFile(file);
  }

  private drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.hint.hidden = event.type === 'drop' || (event.type === 'dragleave' && !event.relatedTarget);
    const file = event.type === 'drop' ? event.dataTransfer.files[0] : null;
    if (file) this.bringFile(file);
  }

  private pasted(event: ClipboardEvent): void {
    const target = event.target as Element;
    if (event.defaultPrevented || target.closest?.(FIELDS) || document.querySelector('dialog:modal')) return;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (file) this.bringFile(file);
    else if (/^\s*[[{]/.test(text)) this.bring('', text);
    else return;
    event.preventDefault();
  }

  private async bringFile(file: File): Promise<void> {
    const text = file.size > this.limit ? '' : await read(file).catch(() => '');
    this.bring(file.name, text, file.size);
  }

  private bring(name: string, text: string, bytes?: number): void {
    const size = bytes ?? new Blob([text]).size;
    this.text = text;
    tell(this, 'cr-bring', { name, size, text: size > this.limit ? '' : text });
  }

  private forget(): void {
    this.area.value = this.text = '';
    tell(this, 'cr-forget', {});
  }

  private async picture(format: string): Promise<void> {
    const drawing = document.querySelector<SVGSVGElement>('network-view svg');
    if (!drawing) return;
    const source = svg(drawing, document.title);
    save(
      format === 'png' ? await png(source) : new Blob([source], { type: 'image/svg+xml' }),
      `${this.dataset['stem']}.${format}`,
    );
  }
}

/** A file's text: UTF-8, or UTF-16 where its first bytes say so, as spreadsheets write it. */
async function read(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}

function save(blob: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('file-menu', FileMenu);
