import type { LitElement } from 'lit';
import type { PageEvents } from './events.js';

/** What is claimed of a component, each with its trial: what a file *.test.ts exports. No page of the program has it. */
export type Claims = Record<string, () => void | Promise<void>>;

declare global {
  interface Window {
    /** Presses keys as a person does: "Shift+Enter". */
    press(keys: string): Promise<void>;
    /** Types a text as a person does. */
    write(text: string): Promise<void>;
  }
}

/** What was told of one kind of event, in order. */
type Told<K extends keyof PageEvents> = PageEvents[K][];

/** A component alone on the page. */
export class Stage<E extends LitElement> {
  private readonly place = document.createElement('main');

  private constructor(readonly component: E) {}

  static async of<E extends LitElement>(component: E, properties: Partial<E>): Promise<Stage<E>> {
    const stage = new Stage(component);
    document.body.replaceChildren(stage.place);
    stage.place.append(component);
    await stage.set(properties);
    return stage;
  }

  /** Gives the component other properties, as the server does. */
  async set(properties: Partial<E>): Promise<void> {
    Object.assign(this.component, properties);
    await this.component.updateComplete;
  }

  /** Hears events of a kind from now on. */
  hear<K extends keyof PageEvents>(name: K): Told<K> {
    const told: Told<K> = [];
    this.place.addEventListener(name, (event) => told.push((event as CustomEvent<PageEvents[K]>).detail));
    return told;
  }

  /** The next event of a kind. */
  next(name: string): Promise<Event> {
    return new Promise((done) => this.place.addEventListener(name, done, { once: true }));
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.component.querySelector<T>(selector);
    if (!found) throw new Error(`there is no ${selector} in ${this.component.outerHTML}`);
    return found;
  }

  input(q: string): HTMLInputElement {
    return this.find(`input[data-q="${q}"]`);
  }
}

export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`it is ${is}, not ${should}`);
}

/** Throws of all that is wrong the first few. */
export function none(wrong: readonly string[]): void {
  if (wrong.length) throw new Error(`${wrong.length} wrong: ${wrong.slice(0, 5).join('; ')}`);
}
