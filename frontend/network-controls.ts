import { html, nothing, svg, type TemplateResult } from 'lit';
import { PATHS, said, type Entry, type Option, type Said } from './build-parts.js';
import type { Layout, Spot } from './network-layout.js';

/** What can be done to a layer, or to the inputs. */
export interface Head {
  /** Empty for the inputs, which have no menu. */
  layer: string;
  /** "hid · ReLU". */
  text: string;
  activation: string;
  weightless: boolean;
  biased: boolean;
  first: boolean;
  last: boolean;
  /** Has it a single neuron? */
  one: boolean;
  name: Entry | null;
  /** The neuron that could be removed, or 0. */
  selected: number;
  says: Record<string, string>;
}

/** What can be done to the network on its drawing. */
export interface Controls {
  /** In the order of the drawing's columns. */
  heads: Head[];
  words: Record<string, string>;
  activations: Option[];
  refused: Said | null;
}

/** One control: what it does, to which column, and where it stands. */
export interface Control extends Spot {
  act: 'menu' | 'less' | 'more' | 'insert';
  column: number;
  key: string;
  width: number;
}

const CHARACTER = 6.6;
const CHEVRON = 26;
const BUTTON = 24;
const GAP = 8;
/** From a button's middle to that of its neighbour; fingers want this much. */
const APART = 32;

/** The controls that have room: heads in a row above the columns, − and + in a row below, + between heads. */
export function placeControls(controls: Controls, at: Layout): Control[] {
  const xs = at.columns.map((column) => column[0]!.x);
  const pitch = xs.length > 1 ? xs[1]! - xs[0]! : at.width;
  const [top, bottom] = [15, at.height - 14];
  const widths = controls.heads.map((head) => head.text.length * CHARACTER + CHEVRON);
  const wide = Math.max(...widths) + GAP <= pitch;
  const gaps = (wide ? Math.max(...widths) : BUTTON) + BUTTON + 2 * GAP <= pitch;
  const steps = 2 * APART + GAP <= pitch;
  return controls.heads.flatMap((head, column) => {
    const x = xs[column]!;
    const control = (act: Control['act'], x: number, y: number, width = BUTTON): Control => ({
      act,
      column,
      x,
      y,
      width,
      key: `${act}.${column}`,
    });
    return [
      ...(gaps && head.layer ? [control('insert', x - pitch / 2, top)] : []),
      ...(head.layer ? [control('menu', x, top, wide ? widths[column]! : BUTTON)] : []),
      ...(steps ? [control('less', x - APART / 2, bottom), control('more', x + APART / 2, bottom)] : []),
    ];
  });
}

export function drawControl(control: Control, head: Head, stop: string, open: boolean): TemplateResult {
  const { act, x, y, width, key } = control;
  const menu = act === 'menu';
  const off = act === 'less' && head.one;
  return svg`<g class="control ${act}" data-control=${key} role="button" tabindex=${stop === key ? 0 : -1}
      aria-label=${head.says[act]!} aria-haspopup=${menu ? 'menu' : nothing}
      aria-expanded=${menu ? String(open) : nothing} aria-disabled=${off ? 'true' : nothing}>
    <title>${head.says[act]!}</title>
    <rect class="reach" x=${x - Math.max(width, APART) / 2} y=${y - 18} width=${Math.max(width, APART)} height="36"></rect>
    <rect class="face" x=${x - width / 2} y=${y - 12} width=${width} height="24" rx="12"></rect>
    ${menu ? face(head, x, y, width) : glyph(act === 'less' ? 'less' : 'more', x, y)}</g>`;
}

function face(head: Head, x: number, y: number, width: number): TemplateResult {
  const chevron = width > BUTTON ? x + width / 2 - 13 : x;
  return svg`${width > BUTTON ? svg`<text x=${x - 7} y=${y + 4} font-size="12">${head.text}</text>` : nothing}
    <path d="M${chevron - 4} ${y - 2}l4 4l4-4"></path>`;
}

function glyph(name: string, x: number, y: number): TemplateResult {
  return svg`<path transform="translate(${x - 8} ${y - 8})" d=${PATHS[name]!}></path>`;
}

/** Why what was asked for on the drawing cannot be. */
export function drawRefusal({ refused, words }: Controls): TemplateResult | typeof nothing {
  return refused
    ? html`<div class="control-refusal">
        ${said(refused, 'refused.drawing')}
        <button type="button" class="btn" data-act="dismiss" data-at=${refused.at}>${words['dismiss']}</button>
      </div>`
    : nothing;
}
