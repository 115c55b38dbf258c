import {html, nothing, type TemplateResult} from 'lit';
import {absoluteAddress} from '../glossary/address.js';
import type {Entry} from '../glossary/source.js';

const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address)
    ? new URL(address).origin
    : undefined;

/**
 * The address of an entry's picture if it may be loaded: from the page's own
 * origin, from that of the glossary's file, or from one that the host names.
 * Nothing that a glossary says of itself makes a page ask strangers.
 *
 * @param images The attribute: `any`, or origins, separated by spaces.
 * @param page Address of the page.
 */
export const pictureAddress = (
  {term, origin}: Entry,
  images: string,
  page: string,
): string | undefined => {
  const address = absoluteAddress(term.image?.url, origin ?? page);
  if (!address) return undefined;
  const allowed = images.split(/\s+/);
  return allowed.includes('any') ||
    [page, origin, ...allowed].map(originOf).includes(originOf(address))
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
