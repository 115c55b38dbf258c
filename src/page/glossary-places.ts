import {absoluteAddress} from '../glossary/address.js';

/** The places that may name the glossary of an element. */
export interface GlossaryPlaces<Source> {
  /** The property `glossary` of the element. */
  property(): Source | undefined;
  /** Its attribute `src`. */
  address(): Source | undefined;
  /** The JSON inside it. */
  inline(): Source | undefined;
  /** The `<term-glossary>` around it. */
  around(): Source | undefined;
  /** The links of the page, else the bundled glossary. */
  page(): Source;
}

/**
 * The glossary of an element: that of the first place that names one, even if
 * it then fails to load.
 */
export const firstNamed = <Source>(places: GlossaryPlaces<Source>): Source =>
  places.property() ??
  places.address() ??
  places.inline() ??
  places.around() ??
  places.page();

/** The addresses in a `src` or an `href`, separated by space, made absolute. */
export const addressesIn = (text: string, base: string): readonly string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((address) => absoluteAddress(address, base) ?? address);
