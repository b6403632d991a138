import { LitElement, html, nothing } from 'lit';
import { tell } from './events.js';

export interface SliderScene {
  most: number;
  value: number;
  label: string;
  /** "epoch 137 of 200". */
  text: string;
}

const PAUSE = 40;

/** Goes through the epochs of a run. One drag, or one visit by keyboard, is one step of the page's history. */
export class RunSlider extends LitElement {
  static override properties = { scene: { attribute: false } };
  declare scene: SliderScene | undefined;
  private fresh = true;
  private held = false;
  private timer = 0;
  private wanted: number | null = null;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const scene = this.scene;
    if (!scene) return nothing;
    return html`<label>
      <span class="name">${scene.label}</span> <b aria-hidden="true">${scene.text}</b>
      <input
        type="range"
        min="0"
        max=${scene.most}
        step="1"
        aria-valuetext=${scene.text}
        @pointerdown=${() => this.begin(true)}
        @pointerup=${() => (this.held = false)}
        @focus=${() => this.begin(false)}
        @input=${(event: Event) => this.moved(event.target as HTMLInputElement)}
        @change=${() => (this.held = false)}
      />
    </label>`;
  }

  override updated() {
    const input = this.querySelector('input');
    if (input && this.scene && !this.held && this.wanted === null) input.value = String(this.scene.value);
  }

  private begin(held: boolean): void {
    this.fresh = true;
    this.held = held;
  }

  private moved(input: HTMLInputElement): void {
    this.wanted = Number(input.value);
    this.timer ||= window.setTimeout(() => this.tellMove(), PAUSE);
  }

  private tellMove(): void {
    this.timer = 0;
    if (this.wanted === null) return;
    tell(this, 'cr-epoch', { epoch: this.wanted, phase: this.fresh ? 'start' : 'move' });
    this.fresh = false;
    this.wanted = null;
  }
}

customElements.define('run-slider', RunSlider);
