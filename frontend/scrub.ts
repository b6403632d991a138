import { tell } from './events.js';

const PIXELS_PER_STEP = 5;
const PIXELS_BEFORE_DRAG = 4;
const PAUSE = 40;

/** A press on a number: a drag (right or up is more) scrubs its value, a press without one picks it. */
export class Scrub {
  private from: { q: string; x: number; y: number; scrubs: boolean } | null = null;
  private dragging = false;
  private steps = 0;
  private told = 0;
  private timer = 0;

  constructor(private readonly host: HTMLElement) {
    host.addEventListener('pointerdown', (event) => this.press(event));
    host.addEventListener('pointermove', (event) => this.move(event));
    host.addEventListener('pointerup', () => this.release(true));
    host.addEventListener('pointercancel', () => this.release(false));
  }

  private press(event: PointerEvent): void {
    const mark = (event.target as Element).closest<SVGElement>('[data-pick]');
    if (!mark || event.button !== 0) return;
    this.from = { q: mark.dataset['pick']!, x: event.clientX, y: event.clientY, scrubs: 'scrub' in mark.dataset };
    this.steps = this.told = 0;
    this.host.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (!this.from?.scrubs) return;
    const right = event.clientX - this.from.x;
    const up = this.from.y - event.clientY;
    const way = Math.abs(right) > Math.abs(up) ? right : up;
    if (!this.dragging) {
      if (Math.abs(way) < PIXELS_BEFORE_DRAG) return;
      this.dragging = true;
      document.documentElement.classList.add('scrubbing');
      tell(this.host, 'cr-scrub', { q: this.from.q, steps: 0, phase: 'start' });
    }
    this.steps = Math.round(way / PIXELS_PER_STEP);
    this.timer ||= window.setTimeout(() => requestAnimationFrame(() => this.tellMove()), PAUSE);
  }

  private tellMove(): void {
    this.timer = 0;
    if (!this.dragging || !this.from || this.steps === this.told) return;
    this.told = this.steps;
    tell(this.host, 'cr-scrub', { q: this.from.q, steps: this.steps, phase: 'move' });
  }

  private release(pick: boolean): void {
    const from = this.from;
    this.from = null;
    if (!from) return;
    if (this.dragging) {
      this.dragging = false;
      document.documentElement.classList.remove('scrubbing');
      tell(this.host, 'cr-scrub', { q: from.q, steps: this.steps, phase: 'end' });
    } else if (pick) tell(this.host, 'cr-pick', { q: from.q });
  }
}
