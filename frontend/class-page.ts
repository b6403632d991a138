import { settle } from './every-page.js';
import { tell } from './events.js';

/** The root of a class's results: what was pasted is read when it is asked for, and as soon as it is pasted. */
export class ClassPage extends HTMLElement {
  connectedCallback(): void {
    setTimeout(settle);
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button.pri')) this.read();
    });
    this.addEventListener('paste', () => setTimeout(() => this.read()));
  }

  private read(): void {
    tell(this, 'cr-links', { text: this.querySelector('textarea')!.value });
  }
}

customElements.define('class-page', ClassPage);
