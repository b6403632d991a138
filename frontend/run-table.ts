import { LitElement, html, nothing } from 'lit';
import { tell } from './events.js';

export interface RunRows {
  caption: string;
  heads: string[];
  rows: RunRow[];
}

interface RunRow {
  epoch: string;
  update: string;
  samples: string;
  /** What opening the row shows. */
  name: string;
  cells: string[];
}

/** A run, update by update; a row opens the worksheet that its update began with. */
export class RunTable extends LitElement {
  static override properties = { table: { attribute: false } };
  declare table: RunRows | undefined;

  override createRenderRoot() {
    return this;
  }

  override render() {
    const table = this.table;
    if (!table) return nothing;
    return html`<div class="scroller" role="region" aria-label=${table.caption} tabindex="0">
      <table>
        <thead>
          <tr>${table.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody>
          ${table.rows.map(
            (row, i) =>
              html`<tr>
                <th scope="row">
                  <button type="button" aria-label=${row.name} @click=${() => tell(this, 'cr-row', { row: i })}>
                    ${row.epoch}
                  </button>
                </th>
                <td>${row.update}</td>
                <td>${row.samples}</td>
                ${row.cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('run-table', RunTable);
