/**
 * The panel of `<term-glossary debug>`: what was loaded from where. A page
 * that does not ask for it never loads it.
 */
import {html, nothing, render, type TemplateResult} from 'lit';
import {linkAddress} from '../../glossary/address.js';
import type {Awaitable} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import {addStyle} from '../../page/element-styles.js';
import {debugStyles} from './debug-panel.styles.js';
import {type Report, reportOf} from './source-report.js';

/** How often the panel is updated, in milliseconds. */
const LOOK_AGAIN = 400;

/** Shows how a source is doing, below what is in a root, until it is ended. */
export class DebugPanel {
  readonly #place = document.createElement('div');
  readonly #timer: ReturnType<typeof setInterval>;
  #shown: unknown;

  /** @param source Which one it is now; `undefined` while that is not known. */
  constructor(
    root: ShadowRoot,
    readonly source: () => Awaitable<GlossarySource> | undefined,
  ) {
    addStyle(root, debugStyles);
    // It is for developers, and in English.
    this.#place.lang = 'en';
    this.#place.dir = 'ltr';
    root.append(this.#place);
    this.#timer = setInterval(this.#look, LOOK_AGAIN);
    this.#look();
  }

  end(): void {
    clearInterval(this.#timer);
    this.#place.remove();
  }

  readonly #look = () => {
    void this.#show();
  };

  async #show(): Promise<void> {
    const source = await this.source();
    const status = source?.status;
    const shown = status ?? source?.label ?? '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    render(
      panelTemplate(
        status
          ? reportTemplate(reportOf(status))
          : html`<p class="source">${source ? `${source.label}: in the page, nothing to load` : 'No glossary yet'}</p>`,
      ),
      this.#place,
    );
  }
}

const panelTemplate = (content: unknown): TemplateResult =>
  html`<details class="debug" part="debug" open>
    <summary>Glossary</summary>
    ${content}
  </details>`;

const reportTemplate = (report: Report): TemplateResult => {
  const {label, state, fault, lines, total, layers} = report;
  return html`<section>
    <p class="source">
      <span class="state" data-state=${state}>${state}</span> ${label}
    </p>
    ${fault === undefined ? nothing : html`<p class="fault">${fault}</p>`}
    ${layers.map(reportTemplate)}
    ${
      lines.length
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Size</th>
                <th scope="col">From</th>
                <th scope="col">Time</th>
              </tr>
            </thead>
            <tbody>
              ${lines.map(
                ({name, address, size, from, duration}) =>
                  html`<tr>
                    <td><a href=${linkAddress(address) ?? nothing}>${name}</a></td>
                    <td>${size}</td>
                    <td>${from}</td>
                    <td>${duration}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }
    ${layers.length ? nothing : html`<p class="total">${total}</p>`}
  </section>`;
};
