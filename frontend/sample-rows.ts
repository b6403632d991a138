import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Place } from './block.js';
import { type Block, NUMBER, same } from './sample-block.js';
import { numbers, ROW, type Seen } from './sample-view.js';
import type { Samples, SampleWords } from './samples.js';

/** All that the rows are drawn from. */
export interface Look {
  samples: Samples;
  words: SampleWords;
  view: Seen;
  /** The one cell that the Tab key reaches. */
  active: Place;
  selection: Block | null;
}

function kind(samples: Samples, column: number): string {
  return column < samples.inputs ? 'st-x' : 'st-y';
}

/** The names of the columns. */
export function header({ samples, words, view, active }: Look): TemplateResult {
  return html`<div role="rowgroup" class="st-head">
    <div role="row" aria-rowindex="1" class="st-row">
      <div role="columnheader" aria-colindex="1" class="st-number">${words.number}</div>
      ${numbers(view.columns, active.column).map(
        (column) => html`<div
          role="columnheader"
          aria-colindex=${column + 2}
          id="st-c${column}"
          class=${kind(samples, column)}
          style="grid-column: ${column + 2}"
        >
          ${samples.columns[column]}${samples.captions[column] ? html`<small title=${samples.captions[column]!}>${samples.captions[column]}</small>` : nothing}
        </div>`,
      )}
      <div role="columnheader" aria-colindex=${samples.columns.length + 2} class="st-loss">${samples.loss}</div>
    </div>
  </div>`;
}

/** A sample. Its number is a button that shows it. */
export function sampleRow(look: Look, row: number): TemplateResult {
  const { samples, view, active, selection } = look;
  const shown = row === samples.shown;
  const here = { row, column: NUMBER };
  return html`<div
    role="row"
    aria-rowindex=${row + 2}
    class=${shown ? 'st-row shown' : 'st-row'}
    style="top: ${row * ROW}px"
  >
    <div role="rowheader" aria-colindex="1" class=${selection?.chooses(here) ? 'st-number block' : 'st-number'}>
      <button
        type="button"
        id="st-r${row}"
        data-row=${row}
        tabindex=${same(here, active) ? 0 : -1}
        aria-current=${shown ? 'true' : nothing}
      >
        ${row + 1}
      </button>
    </div>
    ${repeat(
      numbers(view.columns, row === active.row ? active.column : NUMBER),
      (column) => column,
      (column) => input(look, { row, column }),
    )}
    <div role="gridcell" aria-colindex=${samples.columns.length + 2} class="st-loss">
      ${samples.losses[row - samples.top]}
    </div>
  </div>`;
}

function input({ samples, active, selection }: Look, here: Place): TemplateResult {
  const { row, column } = here;
  const wrong = samples.errors.some((error) => same(error, here));
  const selected = !!selection?.chooses(here);
  const [down, right] = [row - samples.top, column - samples.left];
  const brief = samples.briefs[down]?.[right] ?? null;
  return html`<div
    role="gridcell"
    aria-colindex=${column + 2}
    aria-selected=${selected}
    class=${kind(samples, column) + (selected ? ' block' : '')}
    style="grid-column: ${column + 2}"
    data-brief=${brief ?? nothing}
    title=${brief ? samples.rows[down]![right]! : nothing}
  >
    <input
      type="text"
      autocomplete="off"
      spellcheck="false"
      data-cell="${row}:${column}"
      tabindex=${same(here, active) ? 0 : -1}
      aria-labelledby="st-r${row} st-c${column}"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? `st-e${row}-${column}` : nothing}
    />
  </div>`;
}
