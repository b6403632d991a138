import { svg } from 'lit';

/** A value on an axis, as a share of its length. */
export interface Tick {
  at: number;
  text: string;
}

export interface Axes {
  xTicks: Tick[];
  yTicks: Tick[];
  xName: string;
  yName: string;
}

/** Room around a square for its ticks and names. */
export const [LEFT, TOP, BOTTOM, RIGHT] = [44, 22, 34, 8];

/** The frame of a square of this size with its axes, from (LEFT, TOP). */
export function square({ xTicks, yTicks, xName, yName }: Axes, size: number) {
  return svg`<rect class="frame" x=${LEFT} y=${TOP} width=${size} height=${size}></rect>
    ${xTicks.map((t) => svg`<text x=${LEFT + t.at * size} y=${TOP + size + 15} text-anchor="middle">${t.text}</text>`)}
    ${yTicks.map((t) => svg`<text x=${LEFT - 6} y=${TOP + (1 - t.at) * size + 4} text-anchor="end">${t.text}</text>`)}
    <text class="name" x=${LEFT + size / 2} y=${TOP + size + 30} text-anchor="middle">${xName}</text>
    <text class="name" x=${LEFT} y=${TOP - 7} text-anchor="middle">${yName}</text>`;
}

/** The view of such a square. */
export function around(size: number): string {
  return `0 0 ${LEFT + size + RIGHT} ${TOP + size + BOTTOM}`;
}
