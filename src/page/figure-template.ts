import {html, nothing, type TemplateResult} from 'lit';
import {absoluteAddress} from '../glossary/address.js';
import type {Entry} from '../glossary/source.js';

const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address)
    ? new URL(address).origin
    : undefined;

/**
 * The address of an entry's picture if it may be loaded: from the page's own
 * origin, from that of the glossary's file or of the glossary's site. A
 * glossary cannot make a page ask strangers.
 */
export const pictureAddress = (
  {term, glossary, origin}: Entry,
  images: string,
  page: string,
): string | undefined => {
  const address = absoluteAddress(term.image?.url, origin ?? page);
  const own = [page, origin, glossary.url].map(originOf);
  return address && (images === 'any' || own.includes(originOf(address)))
    ? address
    : undefined;
};

/**
 * The picture of an entry with its caption, or nothing.
 *
 * @param base Address of the page; by default that of the document.
 */
export const figureTemplate = (
  entry: Entry,
  images: string,
  base = globalThis.document?.baseURI ?? entry.glossary.url ?? '',
): TemplateResult | typeof nothing => {
  const {image} = entry.term;
  if (!image) return nothing;
  const address = pictureAddress(entry, images, base);
  if (!address) return nothing;
  const {width, height, alt, caption} = image;
  return html`<figure part="figure">
    <img
      part="image"
      src=${address}
      alt=${alt ?? ''}
      width=${width ?? nothing}
      height=${height ?? nothing}
      loading="lazy"
    />
    ${caption ? html`<figcaption part="caption">${caption}</figcaption>` : nothing}
  </figure>`;
};
