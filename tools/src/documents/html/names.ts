import {OWN_BLOCKS} from 'term-elements/matching';

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements inside a line whose text nobody reads as running text. */
export const UNREAD_INLINE = list(
  'audio button canvas code embed iframe img input kbd math meter object ' +
    'progress rp rt samp script select style svg template textarea var video',
);

/** The same of elements that end a block. */
export const UNREAD_BLOCK = list(
  `datalist head noscript pre title ${OWN_BLOCKS}`,
);

/** What begins a section of its own, in addition to headings. */
export const SECTIONS = list('article aside details dialog main nav section');

/** Elements inside a line of text; all others end a block. */
export const INLINE = list(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark nobr q s small ' +
    'span strong sub sup term-tip time tt u wbr',
);

export const HEADING = /^h[1-6]$/;

/** Elements of ours that name an entry, by what holds its name. */
export const OURS: ReadonlyMap<
  string,
  {readonly kind: 'card' | 'tip' | 'area'; readonly attribute: string}
> = new Map([
  ['term-card', {kind: 'card', attribute: 'term'}],
  ['term-tip', {kind: 'tip', attribute: 'term'}],
  ['term-area', {kind: 'area', attribute: 'area'}],
  ['faq-block', {kind: 'area', attribute: 'area'}],
] as const);
