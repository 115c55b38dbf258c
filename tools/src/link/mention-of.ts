import type {Matcher, Mention} from 'term-elements/matching';

/** Units of what is looked at: names are shorter. */
export const LONGEST_MENTION = 1000;

/** The mention that a whole text is. */
export const mentionOf = (
  text: string,
  matcher: Matcher,
): Mention | undefined => {
  if (text.length > LONGEST_MENTION) return undefined;
  const [mention, ...others] = matcher.find(text);
  return mention?.start === 0 && mention.end === text.length && !others.length
    ? mention
    : undefined;
};
