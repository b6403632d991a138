import { LitElement, html, nothing, type TemplateResult } from 'lit';
import {
  action,
  check,
  choice,
  icon,
  input,
  refusal,
  said,
  type Entry,
  type Option,
  type Said,
} from './build-parts.js';
import { type Build, tell } from './events.js';

interface Row {
  /** Empty for the inputs. */
  layer: string;
  name: Entry | null;
  size: Entry;
  activation: Entry | null;
  shape: Entry | null;
  weightless: boolean;
  biased: boolean;
  weightsFrozen: boolean;
  biasesFrozen: boolean;
  first: boolean;
  last: boolean;
  says: Record<string, string>;
}

interface Learning {
  loss: Entry;
  delta: Entry | null;
  formula: string;
  help: string;
  lambda: Entry;
  scale: Entry | null;
  penalised: boolean | null;
  reduction: Entry;
  optimizer: Entry;
  parameters: Entry[];
  nesterov: boolean | null;
  state: Entry | null;
  init: Entry;
  seed: Entry | null;
  note: string;
}

/** All that the network is made of, as a form. */
export interface Form {
  sizes: string;
  counts: string;
  title: Entry;
  /** The inputs first. */
  rows: Row[];
  /** Why what a button was to do cannot be. */
  layers: Said | null;
  advice: Said[];
  learning: Learning;
  /** Any number that differs after each edit, so that an edit without effect repaints too. */
  rev: number;
}

interface Texts {
  words: Record<string, string>;
  options: Record<string, Option[]>;
}

type Control = HTMLInputElement | HTMLSelectElement;

/** The network as a form: it tells what is asked for, and shows what the server makes of it. */
export class BuildForm extends LitElement {
  static override properties = { form: { attribute: false }, texts: { attribute: false } };
  declare form: Form | undefined;
  declare texts: Texts | undefined;
  /** Where the focus belongs once the form is painted again: the first of these that can have it. */
  private focusOn: string[] = [];

  constructor() {
    super();
    this.addEventListener('click', (event) => this.press(event));
    this.addEventListener('change', (event) => this.change(event));
    this.addEventListener('input', (event) => this.edit(event.target as Control));
    this.addEventListener('focusout', (event) => this.leave(event.target as Control));
    this.addEventListener('keydown', (event) => this.key(event));
  }

  override createRenderRoot() {
    return this;
  }

  override render() {
    const [form, texts] = [this.form, this.texts];
    if (!form || !texts) return nothing;
    const { words, options } = texts;
    const { learning } = form;
    return html`
      <h2>${form.sizes} <span>${form.counts}</span></h2>
      <div class="line">${this.field(form.title, input(form.title, 'text'), 'wide')}</div>
      ${refusal(form.title)}
      <section aria-label=${words['layers']!}>
        <div class="head" aria-hidden="true">
          <span>${words['layers']}</span><span>${words['size']}</span><span>${words['activation']}</span>
        </div>
        ${form.rows.map((row) => this.row(row, words, options))}
        <button type="button" class="btn add" data-act="add">${icon('more')}${words['add']}</button>
        ${form.layers ? said(form.layers, 'refused.layers') : nothing} ${this.advice('layers')}
      </section>
      <section>
        <h3>${words['learning']}</h3>
        <div class="line">
          ${this.field(learning.loss, choice(learning.loss, options['loss']!))}
          ${learning.delta ? this.field(learning.delta, input(learning.delta, 'number')) : nothing}
          ${this.field(learning.reduction, choice(learning.reduction, options['reduction']!))}
        </div>
        <div class="line">
          ${this.field(learning.lambda, input(learning.lambda, 'number'))}
          ${learning.scale ? this.field(learning.scale, choice(learning.scale, options['scale']!)) : nothing}
          ${
            learning.penalised == null
              ? nothing
              : check('penalised', '', '', learning.penalised, words['penalised']!, words['penalised']!)
          }
        </div>
        ${refusal(learning.lambda)} ${learning.delta ? refusal(learning.delta) : nothing}
        <p class="formula">${learning.formula}</p>
        ${learning.help ? html`<p class="note">${learning.help}</p>` : nothing}
        ${this.advice('loss')}
        <div class="line">
          ${this.field(learning.optimizer, choice(learning.optimizer, options['optimizer']!))}
          ${learning.parameters.map((entry) => this.field(entry, input(entry, 'number')))}
          ${
            learning.nesterov == null
              ? nothing
              : check('nesterov', '', '', learning.nesterov, words['nesterov']!, words['nesterov']!)
          }
          ${learning.state ? this.field(learning.state, choice(learning.state, options['state']!)) : nothing}
        </div>
        ${learning.parameters.map(refusal)} ${this.advice('optimizer')}
      </section>
      <section>
        <h3>${words['new']}</h3>
        <div class="line">
          ${this.field(learning.init, choice(learning.init, options['init']!))}
          ${
            learning.seed
              ? this.field(learning.seed, input(learning.seed, learning.seed.act === 'seed' ? 'whole' : 'number'))
              : nothing
          }
          <button type="button" class="btn" data-act="randomise">${words['all']}</button>
        </div>
        ${refusal(learning.seed)}
        <p class="note">${learning.note}</p>
        ${this.advice('initialiser')}
      </section>
    `;
  }

  private advice(group: string): TemplateResult[] {
    return this.form!.advice.filter((one) => one.group === group).map((one) => said(one));
  }

  private field(entry: Entry, control: TemplateResult, kind = ''): TemplateResult {
    return html`<label class="labelled ${kind}"><span>${entry.label}</span>${control}</label>`;
  }

  private row(row: Row, words: Record<string, string>, options: Record<string, Option[]>): TemplateResult {
    const { layer, name, size, activation, shape, says } = row;
    const one = size.text === '1' && !size.error;
    return html`<div class=${layer ? 'layer' : 'layer inputs'} role="group" aria-label=${layer || words['inputs']!}>
      ${name ? input(name, 'text') : html`<span class="name">${words['inputs']}</span>`}
      <span class="stepper">
        ${action('grow', 'less', says['less']!, { layer, number: -1, at: size.at, disabled: one })}
        ${input(size, 'whole')} ${action('grow', 'more', says['more']!, { layer, number: 1, at: size.at })}
      </span>
      ${
        activation
          ? html`${choice(activation, options['activation']!)}
            <span class="options">
              ${shape ? html`<label class="shape">${shape.label} ${input(shape, 'number')}</label>` : nothing}
              ${check('weightless', layer, '', row.weightless, words['weightless']!, says['weightless']!)}
              ${row.weightless ? nothing : this.learnt(row, words)}
            </span>
            <span class="actions">
              ${action('move', 'earlier', says['earlier']!, { layer, number: -1, disabled: row.first })}
              ${action('move', 'later', says['later']!, { layer, number: 1, disabled: row.last })}
              ${action('randomise', 'randomise', says['randomise']!, { layer, disabled: row.weightless })}
              ${action('remove', 'remove', says['remove']!, { layer, disabled: row.first && row.last })}
            </span>`
          : nothing
      }
      ${[name, size, activation, shape].map(refusal)}
    </div>`;
  }

  /** What a layer with weights may have besides, and what of it stays. */
  private learnt({ layer, biased, weightsFrozen, biasesFrozen, says }: Row, words: Record<string, string>) {
    return html`${check('biases', layer, '', biased, words['biases']!, says['biases']!)}
      <span class="fixed">
        ${words['fixed']}
        ${check('freeze', layer, 'weights', weightsFrozen, words['fixed.weights']!, says['fixed.weights']!)}
        ${
          biased
            ? check('freeze', layer, 'biases', biasesFrozen, words['fixed.biases']!, says['fixed.biases']!)
            : nothing
        }
      </span>`;
  }

  override updated() {
    for (const control of this.querySelectorAll<Control>('[data-text]')) {
      const text = control.dataset['text']!;
      if ('editing' in control.dataset || control.value === text) continue;
      control.value = text;
    }
    const places = this.focusOn;
    this.focusOn = [];
    for (const place of places) {
      const found = this.querySelector<HTMLElement>(place);
      if (!found) continue;
      found.focus();
      break;
    }
  }

  private ask(control: HTMLElement, more: Partial<Build> = {}): void {
    const { act, layer, number, at } = control.dataset;
    tell(this, 'cr-build', { act: act!, layer, at, ...(number ? { number: Number(number) } : {}), ...more });
  }

  private press(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-act]');
    if (!button) return;
    const { act, layer } = button.dataset;
    const own = `[data-layer="${layer}"]:enabled`;
    if (act === 'move')
      this.focusOn = [`[data-act=move][data-number="${button.dataset['number']}"]${own}`, `[data-act=move]${own}`];
    if (act === 'remove') this.focusOn = this.afterRemoval(layer!);
    if (act === 'remedy') this.focusOn = [`[data-at="${button.dataset['at']}"]:is(input, select)`, '.add'];
    this.ask(button);
  }

  /** What takes the place of a layer that goes: the next one, or the one before. */
  private afterRemoval(layer: string): string[] {
    const names = this.form!.rows.map((row) => row.layer);
    const at = names.indexOf(layer);
    const next = names[at + 1] ?? names[at - 1] ?? '';
    return [`[data-act=remove][data-layer="${next}"]:enabled`, '.add'];
  }

  private change(event: Event): void {
    const control = event.target as Control;
    if (!control.dataset['act']) return;
    delete control.dataset['editing'];
    const box = control instanceof HTMLInputElement && control.type === 'checkbox';
    this.ask(control, { text: box ? (control.dataset['choice'] ?? '') : control.value });
  }

  private edit(control: Control): void {
    if (control.dataset['text'] !== undefined && control instanceof HTMLInputElement) control.dataset['editing'] = '';
  }

  private leave(control: Control): void {
    delete control.dataset['editing'];
  }

  private key(event: KeyboardEvent): void {
    const control = event.target as Control;
    if (!(control instanceof HTMLInputElement) || control.dataset['text'] === undefined) return;
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (up && control.dataset['act'] === 'size' && !('editing' in control.dataset)) {
      this.ask(control, { act: 'grow', number: up });
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.giveUp(control);
      event.stopPropagation();
    }
  }

  private giveUp(control: HTMLInputElement): void {
    delete control.dataset['editing'];
    control.value = control.dataset['text']!;
    if (control.ariaInvalid === 'true') this.ask(control, { act: 'dismiss' });
  }
}

customElements.define('build-form', BuildForm);
