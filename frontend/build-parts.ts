import { html, nothing, svg, type TemplateResult } from 'lit';

/** A field or a choice. */
export interface Entry {
  act: string;
  layer: string;
  /** Where a refusal of what is entered is kept. */
  at: string;
  label: string;
  aria: string;
  /** As typed or chosen; where `error` is given, what was refused. */
  text: string;
  /** A number as it is seen while it has not the focus, where that is shorter. */
  brief?: string;
  error: Said | null;
}

/** A refusal or an advice, with the names of what would help. */
export interface Said {
  group: string;
  at: string;
  /** The number of the first remedy. */
  first: number;
  why: { head: string; text: string; remedies: string[] };
}

export interface Option {
  value: string;
  text: string;
}

export const PATHS: Record<string, string> = {
  more: 'M8 3v10M3 8h10',
  less: 'M3 8h10',
  earlier: 'M8 13V3M4 7l4-4 4 4',
  later: 'M8 3v10M4 9l4 4 4-4',
  randomise:
    'M2 4h2.5c3.5 0 3.5 8 7 8H14M2 12h2.5c1 0 1.7-.7 2.2-1.6M9.3 5.6C9.800 4.700 10.500 4 11.500 4H14M12 2l2 2-2 2M12 10l2 2-2 2',
  remove: 'M4 4l8 8M12 4l-8 8',
  rename: 'M3 13h10M4 10l6-6 2 2-6 6H4z',
  before: 'M13 3v10M6 5v6M3 8h6',
  after: 'M3 3v10M10 5v6M7 8h6',
  left: 'M13 8H3M7 4L3 8l4 4',
  right: 'M3 8h10M9 4l4 4-4 4',
};

export function icon(name: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name]!}></path>`}</svg>`;
}

/** A button that asks for `act`; `number` says which or how far. */
export function action(
  act: string,
  look: string,
  name: string,
  more: { layer?: string; number?: number; at?: string; disabled?: boolean } = {},
): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    data-act=${act}
    data-layer=${more.layer ?? nothing}
    data-number=${more.number ?? nothing}
    data-at=${more.at ?? nothing}
    aria-label=${name}
    title=${name}
    ?disabled=${more.disabled ?? false}
  >
    ${icon(look)}
  </button>`;
}

const reasonId = (entry: Entry) => `refused.${entry.at}`;

export function input(entry: Entry, kind: 'text' | 'whole' | 'number'): TemplateResult {
  const field = html`<input
    type="text"
    class=${kind}
    inputmode=${kind === 'whole' ? 'numeric' : nothing}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    data-act=${entry.act}
    data-layer=${entry.layer || nothing}
    data-at=${entry.at}
    data-text=${entry.text}
    aria-label=${entry.aria}
    aria-invalid=${entry.error ? 'true' : nothing}
    aria-describedby=${entry.error ? reasonId(entry) : nothing}
  />`;
  return kind === 'number'
    ? html`<span class="held" data-brief=${entry.brief ?? nothing} title=${entry.brief ? entry.text : nothing}
        >${field}</span
      >`
    : field;
}

export function choice(entry: Entry, options: Option[]): TemplateResult {
  return html`<select
    data-act=${entry.act}
    data-layer=${entry.layer || nothing}
    data-at=${entry.at}
    data-text=${entry.text}
    aria-label=${entry.aria}
    aria-invalid=${entry.error ? 'true' : nothing}
    aria-describedby=${entry.error ? reasonId(entry) : nothing}
  >
    ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === entry.text}>${text}</option>`)}
  </select>`;
}

export function check(act: string, layer: string, text: string, on: boolean, name: string, aria: string) {
  return html`<label class="check"
    ><input
      type="checkbox"
      data-act=${act}
      data-layer=${layer || nothing}
      data-choice=${text || nothing}
      .checked=${on}
      aria-label=${aria}
    />${name}</label
  >`;
}

/** Why it cannot be, or had better not be, and what would help. */
export function said({ at, first, why }: Said, id?: string): TemplateResult {
  return html`<div class=${id ? 'said refused' : 'said'} id=${id ?? nothing} role=${id ? 'alert' : nothing}>
    <p><b>${why.head}</b> ${why.text}</p>
    ${
      why.remedies.length
        ? html`<div class="remedies">
          ${why.remedies.map(
            (name, i) =>
              html`<button type="button" class="btn" data-act="remedy" data-at=${at} data-number=${first + i}>
                ${name}
              </button>`,
          )}
        </div>`
        : nothing
    }
  </div>`;
}

/** The reason beside a field; one that needs no more than a sentence is no more than that. */
export function refusal(entry: Entry | null | undefined): TemplateResult | typeof nothing {
  if (!entry?.error) return nothing;
  const { head, text, remedies } = entry.error.why;
  return text || remedies.length
    ? said(entry.error, reasonId(entry))
    : html`<p class="reason" id=${reasonId(entry)} role="alert">${head}</p>`;
}
