import { tell } from './events.js';

/** Milliseconds; Safari refuses more than 100 changes of the address in 30 seconds. */
const APART = 300;
/** Milliseconds that a page has to be painted first. */
const PAINTED = 16;

/**
 * The address bar and the page, which follow each other: the server hears of every address in this document that the
 * reader goes to, and what is edited reaches the address.
 */
export class Address {
  private readonly onMove = () => {
    if (location.pathname === this.path && this.here() !== this.known) this.arrive();
  };
  private readonly onFollow = () => {
    clearTimeout(this.following);
    this.following = 0;
    if (this.link === null) return;
    history.replaceState(history.state, '', this.link);
    this.path = location.pathname;
    this.known = this.here();
    this.followed = performance.now();
    this.link = null;
  };
  private path = location.pathname;
  private following = 0;
  private followed = -APART;
  private link: string | null = null;
  /** The address that the server knows. */
  private known = '';
  /** How many addresses the server was told of. */
  private count = 0;
  /** The link's parts by their names. */
  private parts = new Map<string, string>();

  /**
   * `root` is what stands before the link in the address bar.
   */
  constructor(
    private readonly page: HTMLElement,
    private readonly root = './',
  ) {}

  /** How many addresses the server was told of. */
  get told(): number {
    return this.count;
  }

  /** Of what is behind `#` the server does not know yet; true where it is told. */
  enter(): boolean {
    window.addEventListener('popstate', this.onMove);
    window.addEventListener('hashchange', this.onMove);
    this.known = this.here();
    const told = location.hash.length > 1;
    if (told) this.arrive();
    return told;
  }

  leave(): void {
    window.removeEventListener('popstate', this.onMove);
    window.removeEventListener('hashchange', this.onMove);
    this.settle();
  }

  /** Has the address bar follow at once. */
  settle(): void {
    this.onFollow();
  }

  /**
   * Lets the address bar follow, once the page is painted and no more often than browsers allow. Of a part of the
   * link that is as it was, `news` has the name alone. An edit from before the reader went elsewhere, when the server
   * had heard of `count` addresses, is no news of this one.
   */
  follow(start: string, news: string, count: number): void {
    const told = news.split('&').map((part): [string, string] => {
      const name = part.split('=', 1)[0]!;
      return [name, part === name ? this.parts.get(name)! : part];
    });
    this.parts = new Map(told);
    if (count !== this.count) return;
    this.link = `${this.root}${start}${[...this.parts.values()].join('&')}`;
    const wait = Math.max(PAINTED, this.followed + APART - performance.now());
    this.following ||= window.setTimeout(this.onFollow, wait);
  }

  private here(): string {
    return location.search + location.hash;
  }

  private arrive(): void {
    clearTimeout(this.following);
    this.following = 0;
    this.link = null;
    this.known = this.here();
    this.count++;
    const [query, fragment] = [location.search.slice(1), location.hash.slice(1)];
    tell(this.page, 'cr-address', { query, fragment, count: this.count });
  }
}
