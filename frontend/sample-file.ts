/** More characters than this are not sent; the server says so. */
const LARGEST = 1 << 20;

export interface SampleFile {
  name: string;
  size: number;
  text: string;
}

/** Files that are dropped on an element. */
export class Drops {
  constructor(
    host: HTMLElement,
    private readonly hover: (over: boolean) => void,
    private readonly take: (file: SampleFile) => void,
  ) {
    host.addEventListener('dragover', (event) => this.drag(event, true));
    host.addEventListener('dragleave', () => hover(false));
    host.addEventListener('drop', (event) => this.drag(event, false));
  }

  private drag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    this.hover(over);
    const file = event.dataTransfer.files[0];
    if (!over && file) void read(file).then(this.take);
  }
}

/** The file that was chosen in an input, which is then free for the same one again. */
export async function chosen(input: HTMLInputElement): Promise<SampleFile | null> {
  const file = input.files?.[0];
  input.value = '';
  return file ? read(file) : null;
}

async function read(file: File): Promise<SampleFile> {
  return { name: file.name, size: file.size, text: file.size > LARGEST ? '' : await file.text() };
}
