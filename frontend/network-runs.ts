import { svg, type TemplateResult } from 'lit';
import { path } from './arrows.js';
import { line, type Layout } from './network-layout.js';
import type { Scene } from './scene.js';
import { inUse, isDead, isOnPath, type Stage } from './stage.js';

/** What runs once along the lit edges in use, the way the numbers run there. */
export function drawRuns(scene: Scene, at: Layout, stage: Stage): TemplateResult[] {
  return [...inUse(scene, stage), ...(scene.dense ? [] : scene.links)]
    .filter((e) => isOnPath(stage, e) && !isDead(scene, stage, e))
    .map((e) => {
      const [a, b] = line(e, at);
      return svg`<path pathLength="1" d=${stage.flow < 0 ? path(b, a) : path(a, b)}></path>`;
    });
}
