import { LitElement, html, nothing } from 'lit';
import { type Cell, type CellHost, Cells, cellInput } from './cell.js';
import { delta } from './delta.js';

export interface Field extends Cell {
  /** Shown before the input; the accessible name is `aria`. */
  label: string;
  /** Its change since the pin. */
  delta?: string;
}

/** A single editable number: an input, a target, the learning rate. */
export class ValueField extends LitElement implements CellHost {
  static override properties = { field: { attribute: false } };
  declare field: Field | undefined;
  private readonly cells = new Cells(this);

  override createRenderRoot() {
    return this;
  }

  cell(q: string): Cell | undefined {
    return this.field?.q === q ? this.field : undefined;
  }

  move(): boolean {
    return false;
  }

  override render() {
    const field = this.field;
    if (!field) return nothing;
    return html`<label class="field">
      ${field.label ? html`<span class="name">${named(field.label)}</span>` : nothing}${cellInput(field)}${field.delta ? delta({ [field.q]: field.delta }, field.q) : nothing}
    </label>`;
  }

  override updated() {
    this.cells.show([this.field?.text ?? '']);
  }
}

const LOWERED = 'ₒₕₓ₀₁₂₃₄₅₆₇₈₉';
const PLAIN = 'ohx0123456789';

/** An index that begins with a letter is set lower here: fonts draw their small letters and digits unlike. */
function named(label: string) {
  const at = label.search(/[ₒₕₓ]/);
  const index = [...label.slice(at)].map((sign) => PLAIN[LOWERED.indexOf(sign)] ?? sign).join('');
  return at < 0 ? label : html`${label.slice(0, at)}<sub>${index}</sub>`;
}

customElements.define('value-field', ValueField);
