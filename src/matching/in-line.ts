import type {Matcher} from './matcher.js';
import type {Mention} from './mention.js';

/** What stands beside a text in the line that a reader sees. */
export interface Beside {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/**
 * Mentions that are whole in the line of text that a reader sees: the text is
 * searched again with what stands beside it, and what lies in it then counts.
 */
export const mentionsWithin = (
  matcher: Matcher,
  text: string,
  {before = '', after = ''}: Beside,
): readonly Mention[] => {
  const shift = before.length;
  return matcher
    .find(before + text + after)
    .filter(({start, end}) => start >= shift && end - shift <= text.length)
    .map((mention) => ({
      ...mention,
      start: mention.start - shift,
      end: mention.end - shift,
    }));
};
