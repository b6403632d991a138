import { settle } from './every-page.js';
import { lastWorksheet } from './last-worksheet.js';

/** The gallery's root: its way back leads to the worksheet that this tab came from. */
export class GalleryPage extends HTMLElement {
  connectedCallback(): void {
    setTimeout(() => {
      settle();
      this.querySelector('.back')?.setAttribute('href', lastWorksheet());
    });
  }
}

customElements.define('gallery-page', GalleryPage);
