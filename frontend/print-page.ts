import { Address } from './address.js';
import { settle } from './every-page.js';

/** Millimetres between the margins of A4; print-page.css says the same. */
const PAPER = 182;
const PIXELS = 96 / 25.4;
/** Characters of a link that stands on every page, of one that is written out, and of one cut short. */
const FOOTER = 110;
const LONGEST = 240;
const BEGINNING = 70;

/** The root of the printable page: prints, leads back, and makes formulas fit that cannot wrap. */
export class PrintPage extends HTMLElement {
  private readonly footer = new CSSStyleSheet();
  private readonly address = new Address(this);
  private readonly watch = new MutationObserver(() => this.arrange());
  private readonly onPrint = () => this.fit(PAPER * PIXELS);
  private readonly onScreen = () => this.fit();

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button')) window.print();
    });
    this.addEventListener('cr-address', () => (this.ariaBusy = 'true'));
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onScreen);
    window.addEventListener('resize', this.onScreen);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.footer];
    setTimeout(() => {
      settle();
      this.address.enter();
      this.arrange();
      this.watch.observe(this.querySelector('.solution')!, { childList: true });
      document.fonts.ready.then(this.onScreen);
    });
  }

  disconnectedCallback(): void {
    this.address.leave();
    this.watch.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.footer);
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onScreen);
    window.removeEventListener('resize', this.onScreen);
  }

  /** What its address says is on the page. */
  arrived(): void {
    this.ariaBusy = null;
    this.arrange();
  }

  private arrange(): void {
    const worksheet = this.at(this);
    this.querySelector('.back')?.setAttribute('href', worksheet);
    const other = this.querySelector<HTMLAnchorElement>('a.other');
    if (other) other.href = this.at(other);
    const inPile = this.querySelector('.further > .sheet') !== null;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.permalink a')) {
      const own = link.dataset['link'];
      link.href = own ? new URL(own, document.baseURI).href : worksheet;
      link.textContent = link.href.length > LONGEST && !own ? `${link.href.slice(0, BEGINNING)}…` : link.href;
      link.parentElement!.hidden = link.href.length <= FOOTER && !inPile;
    }
    const { href } = this.querySelector<HTMLAnchorElement>('.permalink a')!;
    this.footer.replaceSync(
      href.length > FOOTER || inPile
        ? ''
        : `@page solution { @bottom-left { content: "${CSS.escape(href)}"; font: 8pt Inter, sans-serif; color: #333 } }`,
    );
    this.fit();
  }

  /** What is here, at the root that `element` names. */
  private at(element: HTMLElement): string {
    return new URL(`${element.dataset['root'] ?? './'}${location.search}${location.hash}`, document.baseURI).href;
  }

  /** Shrinks the parts of formulas that are wider than `width`, or than their room on the screen. */
  private fit(width?: number): void {
    const parts = [...this.querySelectorAll<HTMLElement>('.eq > math')];
    for (const part of parts) part.style.removeProperty('font-size');
    const scales = parts.map((part) => {
      const share = part.closest('.twos') ? 0.5 : 1;
      const room = width === undefined ? part.parentElement!.clientWidth : width * share;
      return (room - 40) / part.getBoundingClientRect().width;
    });
    parts.forEach((part, i) => {
      if (scales[i]! < 1) part.style.fontSize = `${scales[i]! * 1.04}em`;
    });
  }
}

customElements.define('print-page', PrintPage);
