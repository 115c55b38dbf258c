import {html, LitElement, nothing} from 'lit';
import {
  cardStyles,
  entryStyles,
} from '../../src/elements/term-card/term-card.styles.js';
import {tokens} from '../../src/page/tokens.styles.js';

/** What a plain card is given: a term, and what it points to. */
export interface PlainEntry {
  readonly name: string;
  readonly url: string;
  readonly kind: string;
  readonly summary: string;
  readonly published: string;
  readonly related: readonly {readonly name: string; readonly url: string}[];
}

const day = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeZone: 'UTC',
});

/**
 * The card that somebody writes who has the data in hand: the markup and the
 * style sheets of `<term-card>`, and nothing else that it does.
 */
export class PlainCard extends LitElement {
  static override styles = [tokens, entryStyles, cardStyles];

  static override properties = {entry: {attribute: false}};

  entry: PlainEntry | undefined = undefined;

  override render() {
    if (!this.entry) return nothing;
    const {name, url, kind, summary, published, related} = this.entry;
    return html`<article part="entry" class="entry"><div class="headword"
      ><h3 part="name"><dfn><a href=${url}>${name}</a></dfn></h3>${
        kind ? html`<span class="kind" part="kind">${kind}</span>` : nothing
      }</div>${
        summary
          ? html`<p class="summary" part="summary">${summary}</p>`
          : nothing
      }${
        published
          ? html`<p class="meta" part="meta"><time datetime=${published}>${day.format(Date.parse(published))}</time></p>`
          : nothing
      }${
        related.length
          ? html`<div class="more" part="more"><p part="related"><b>See also</b> ${related.map(
              (other, index) =>
                html`${index ? '\u00a0· ' : ''}<a href=${other.url}>${other.name}</a>`,
            )}</p></div>`
          : nothing
      }</article>`;
  }
}

customElements.define('plain-card', PlainCard);
