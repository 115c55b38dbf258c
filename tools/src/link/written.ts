import {foldName} from 'term-elements/linking';
import type {Mention} from 'term-elements/matching';
import type {Lexicon} from './lexicon.js';
import {LONGEST_MENTION, mentionOf} from './mention-of.js';
import type {Tag} from './tag.js';

/** The terms of a mention, as a tip asks for them. */
export const referenceOf = ({terms}: Mention): string =>
  terms.map(({id}) => id).join(' ');

/** The address of a mention; none where it may mean several terms, which a card asks about. */
export const addressOf = (
  {terms: [term, ...others]}: Mention,
  lexicon: Pick<Lexicon, 'addressOf'>,
): string | undefined =>
  term && !others.length ? lexicon.addressOf(term.id) : undefined;

/** How much of a text stands before the full name in brackets that `expand` adds. */
const unexpanded = (text: string): number =>
  text.endsWith(')') ? Math.max(0, text.indexOf(' (')) : 0;

/**
 * Recognises what a linker would write itself, so that linking again changes
 * nothing: a tip that names the very terms that its words mean, or a link from
 * such words to their entry. Whether a linker wrote it or the author, the
 * reader has it.
 *
 * @returns How many units of the text are the words; 0 where it is something else.
 */
export const writtenWith =
  (lexicon: Pick<Lexicon, 'matcher'> & Partial<Lexicon>) =>
  (around: readonly Tag[], text: string): number => {
    const tip = around.find(({name}) => name === 'term-tip');
    const link = around.find(({name}) => name === 'a');
    if (text.length > LONGEST_MENTION) return 0;
    const isAddress = (href: string | undefined, mention: Mention) =>
      href !== undefined &&
      mention.terms.length === 1 &&
      href === lexicon.addressOf?.(mention.terms[0]!.id);
    const isThis = (mention: Mention) =>
      tip
        ? (tip.attribute('term')?.trim() ?? referenceOf(mention)) ===
          referenceOf(mention)
        : isAddress(link?.attribute('href'), mention);
    const whole = mentionOf(text, lexicon.matcher);
    if (whole) return isThis(whole) ? text.length : 0;
    const length = unexpanded(text);
    const short = length
      ? mentionOf(text.slice(0, length), lexicon.matcher)
      : undefined;
    return short &&
      isThis(short) &&
      foldName(text.slice(length + 2, -1)) ===
        foldName(short.fullName ?? short.terms[0]!.name)
      ? length
      : 0;
  };
