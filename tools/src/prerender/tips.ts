/** Makes the words of tips links, for readers without the script. */
import {type GlossarySource, linkAddress} from 'term-elements/glossary';
import {lookUp} from 'term-elements/prerendering';
import {ownLink} from './host-edits.js';
import {
  ancestors,
  attribute,
  descendants,
  type Element,
  textContent,
} from '../documents/html/tree.js';

/** A link is neither put around these nor into them. */
const INTERACTIVE = /^(?:a|button|select|textarea|input|label|option)$/;
/** A link around these would be taken apart by the parser. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|details|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|ul)$/;

/** Whether the words of a tip may become a link. */
export const isLinkable = (tip: Element): boolean =>
  ![...ancestors(tip)].some(({tagName}) => INTERACTIVE.test(tagName)) &&
  ![...descendants(ownLink(tip) ?? tip)].some(
    ({tagName}) => INTERACTIVE.test(tagName) || BLOCKS.test(tagName),
  );

/** What a tip names: its attribute, else its text. */
const referenceOf = (tip: Element): string =>
  attribute(tip, 'term')?.trim() ??
  textContent(tip.childNodes).replace(/\s+/g, ' ').trim();

/** The result of looking up the address of a tip. */
export type TipLink =
  | {readonly url: string}
  /** Why the tip has no link, if that is worth a note. */
  | {readonly problem?: string};

/** The address of the one entry that a tip names. */
export const tipLink = async (
  tip: Element,
  source: GlossarySource,
): Promise<TipLink> => {
  const reference = referenceOf(tip);
  const found = await lookUp(source, reference, new AbortController().signal);
  if (found.status === 'failed') throw found.error;
  if (found.status !== 'found')
    return {
      problem: `"${reference}" is not in ${source.label}; check the spelling`,
    };
  const [entry, ...others] = found.entries;
  // The card lets the reader choose.
  const url = linkAddress(entry?.url);
  return url === undefined || others.length ? {} : {url};
};
