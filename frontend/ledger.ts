const KEY = 'chainrule.entries';
/** Characters of entries that a tab keeps. */
const MOST = 2_000_000;
/** What can be said again, and the element that says it. */
const SPEAKER: Record<string, string> = {
  'cr-edit': 'chainrule-page',
  'cr-paste': 'chainrule-page',
  'cr-nudge': 'chainrule-page',
  'cr-build': 'chainrule-page',
  'cr-samples': 'sample-table',
  'cr-bring': 'file-menu',
};
/** Of the samples, what is asked for rather than entered. */
const ASKED = ['see', 'copy'];

interface Entry {
  /** Told apart from those of every other page. */
  id: string;
  name: string;
  detail: Record<string, unknown>;
  /** The address that the page was left at: on another worksheet the entry would mean something else. */
  at?: string;
}

/** The tab's entries that the server has not answered yet, which outlive a reload. */
export class Ledger {
  /** Of the page before this one. */
  private left = stored();
  private open: Entry[] = [];
  private readonly page = Math.random().toString(36).slice(2);
  private count = 0;

  /** Hears every entry on `root` before the server does, and names it for the server's answer. */
  constructor(private readonly root: HTMLElement) {
    for (const name of Object.keys(SPEAKER)) root.addEventListener(name, (event) => this.enter(event), true);
    root.addEventListener('cr-address', () => {
      this.open = [];
    });
  }

  get isEmpty(): boolean {
    return !this.left.length;
  }

  /** The server has answered an entry, and all before it. */
  answered(id: string): void {
    this.left = after(this.left, id);
    this.open = after(this.open, id);
    this.store();
  }

  /** The page is left, perhaps to be loaded anew. */
  leave(): void {
    this.open = this.open.map((entry) => ({ ...entry, at: location.href }));
    this.store();
  }

  /** Makes the entries again that the page before this one had no answer to; false where none can be made. */
  repeat(): boolean {
    const entries = this.left;
    this.left = [];
    const speakers = entries.map(({ name, at }) => (at === location.href ? this.speaker(name) : null));
    const possible = entries.length > 0 && !speakers.includes(null);
    if (possible)
      for (const [i, { name, detail }] of entries.entries())
        speakers[i]!.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    this.store();
    return possible;
  }

  private enter(event: Event): void {
    const { type: name, detail } = event as CustomEvent<Entry['detail']>;
    if (ASKED.includes(String(detail['deed']))) return;
    const id = `${this.page}.${++this.count}`;
    detail['entry'] = id;
    this.open.push({ id, name, detail });
    this.store();
  }

  private speaker(name: string): Element | null {
    const selector = SPEAKER[name] ?? 'none';
    return this.root.matches(selector) ? this.root : this.root.querySelector(selector);
  }

  private store(): void {
    try {
      const entries = [...this.left, ...this.open];
      const text = JSON.stringify(entries);
      if (entries.length && text.length <= MOST) sessionStorage.setItem(KEY, text);
      else sessionStorage.removeItem(KEY);
    } catch {
      sessionStorage.removeItem(KEY);
    }
  }
}

function after(entries: Entry[], id: string): Entry[] {
  return entries.slice(entries.findIndex((entry) => entry.id === id) + 1);
}

function stored(): Entry[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}
