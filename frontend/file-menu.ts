import { tell } from './events.js';
import './menus.js';
import type { ChainrulePage } from './page.js';
import { png, svg } from './picture.js';

/** A longer text is not put into the dialog to be mended. */
const MENDABLE = 200_000;
/** What a text that is pasted beside all fields begins with, if it is meant to be opened: JSON, or Python's print. */
const BROUGHT = /^\s*([[{]|(OrderedDict|tensor|array)\(|Parameter containing:)/;
const FIELDS = 'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]';

/** Hears of files: chosen (by any button that says so), dropped anywhere on the page, or pasted outside fields. Takes pictures of the drawing. */
export class FileMenu extends HTMLElement {
  /** Bytes that the server takes. */
  declare limit: number;
  private text = '';
  private name = '';
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

  /** What was brought could not be read as it stands: the dialog says why and holds the text, or asks. What Python printed is selected, for its JSON to be pasted in its place. */
  answered(): void {
    if (this.text.length <= MENDABLE) this.area.value = this.text;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.scrollTop = 0;
    this.querySelector<HTMLElement>('.ways:not([hidden]) button, .columns:not([hidden]) select')?.focus();
    if (this.querySelector('.python:not([hidden])')) this.area.select();
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
    else if (files === 'rows' || files === 'columns') this.bring(this.name, this.text, { chosen: files });
    else if (files === 'copy') this.copy();
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
    const files = [...(this.chooser.files ?? [])];
    this.chooser.value = '';
    this.bringFiles(files);
  }

  private drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.hint.hidden = event.type === 'drop' || (event.type === 'dragleave' && !event.relatedTarget);
    if (event.type === 'drop') this.bringFiles([...event.dataTransfer.files]);
  }

  private pasted(event: ClipboardEvent): void {
    const target = event.target as Element;
    if (event.defaultPrevented || target.closest?.(FIELDS) || document.querySelector('dialog:modal')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length) this.bringFiles(files);
    else if (BROUGHT.test(text)) this.bring('', text);
    else return;
    event.preventDefault();
  }

  /** Brings the first; the others are named. */
  private async bringFiles([file, ...others]: File[]): Promise<void> {
    if (!file) return;
    const text = file.size > this.limit ? '' : await read(file).catch(() => '');
    const names = others.map((other) => other.name);
    this.bring(file.name, text, { size: file.size, others: names });
  }

  /** `chosen` is how weights lie, where that was asked. */
  private bring(
    name: string,
    text: string,
    { size = new Blob([text]).size, others = [] as string[], chosen = '' } = {},
  ): void {
    this.name = name;
    this.text = text;
    tell(this, 'cr-bring', { name, size, chosen, others, text: size > this.limit ? '' : text });
  }

  private async copy(): Promise<void> {
    const line = this.querySelector('.python code')!.textContent;
    const said = this.querySelector<HTMLElement>('.copied')!;
    const done = await document.querySelector<ChainrulePage>('chainrule-page')!.share(line);
    said.textContent = said.dataset[done ? 'done' : 'failed']!;
  }

  private forget(): void {
    this.area.value = this.text = this.name = '';
    this.querySelector('.copied')!.textContent = '';
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

/** A file's text, as spreadsheets write it: UTF-16 where its first bytes say so, else UTF-8 or, if it is none, Windows' Latin letters. */
async function read(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function save(blob: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('file-menu', FileMenu);
