import { Address } from './address.js';
import './answer-sheet.js';
import { Clipboard } from './clipboard.js';
import { settle } from './every-page.js';
import './sent.js';

/** Milliseconds until the next hint can be taken: time to try with the one that is there. */
const THINK = 5000;
/** Milliseconds for which a button says that it has copied. */
const COPIED = 3000;

/** The root of an exercise: its address says what is asked, and hints wait for each other. */
export class PractisePage extends HTMLElement {
  private readonly address = new Address(this, './practise');
  private readonly watch = new MutationObserver((changes) => {
    for (const change of changes) this.wait(change.target as HTMLButtonElement);
  });
  private waiting = 0;
  private readonly clipboard = new Clipboard();

  constructor() {
    super();
    this.addEventListener(
      'focusin',
      ({ target }) => (target as Element).matches('[data-result]') && (target as HTMLInputElement).select(),
    );
    this.addEventListener('click', ({ target }) => void this.copy((target as Element).closest('.handover button')));
  }

  connectedCallback(): void {
    this.watch.observe(this, { subtree: true, attributes: true, attributeFilter: ['data-rung'] });
    setTimeout(() => {
      settle();
      this.address.enter();
    });
  }

  disconnectedCallback(): void {
    this.watch.disconnect();
    this.address.leave();
    clearTimeout(this.waiting);
  }

  /** What is asked now is in the address; the way back leads to the worksheet as it is practised. */
  arrived(exercise: string, worksheet: string): void {
    this.address.follow(exercise.slice(0, 1), exercise.slice(1), this.address.told);
    this.querySelector('a.back')?.setAttribute('href', `./${worksheet}`);
  }

  /** Copies the link of the result, and says so on the button. */
  private async copy(button: Element | null): Promise<void> {
    const link = this.querySelector<HTMLInputElement>('[data-result]');
    if (!button || !link) return;
    const before = button.textContent;
    if (!(await this.clipboard.write(link.value))) return link.select();
    button.textContent = button.getAttribute('data-done');
    setTimeout(() => (button.textContent = before), COPIED);
  }

  private wait(button: HTMLButtonElement): void {
    clearTimeout(this.waiting);
    const wait = button.dataset['rung'] !== undefined;
    button.disabled = wait;
    if (wait) this.waiting = window.setTimeout(() => (button.disabled = false), THINK);
  }
}

customElements.define('practise-page', PractisePage);
