import { html, nothing, type TemplateResult } from 'lit';

/** The changes since the pin as texts, by address, of what changed alone; null where nothing is pinned. */
export type Deltas = Record<string, string> | null | undefined;

/** A number's change since the pin, where it changed. */
export function delta(deltas: Deltas, q: string): TemplateResult | typeof nothing {
  const text = deltas?.[q];
  return text ? html`<small class="delta" data-ref=${q}>${text}</small>` : nothing;
}
