import {
  Expansion,
  isOpen,
  type Matcher,
  type Mention,
  mentionsWithin,
  selectMentions,
} from 'term-elements/matching';
import type {LinkSettings} from './settings.js';
import type {TextRun} from './text-run.js';

/** A place in a text: `offset` in UTF-16 units from its beginning. */
export interface TextPlace<At> {
  readonly at: At;
  readonly offset: number;
}

/** A mention that is to be linked. */
export interface Link<At> {
  readonly start: TextPlace<At>;
  /** In the text of `start`, or in one that follows it. */
  readonly end: TextPlace<At>;
  /** As they stand in the text. */
  readonly words: string;
  readonly mention: Mention;
  /** The text to add after the words: ` (full name)`, or nothing. */
  readonly addition: string;
}

/** What was found in a document. */
export interface FoundLinks<At> {
  /** In document order. */
  readonly links: readonly Link<At>[];
  /** Mentions that count as linked already. */
  readonly kept: number;
}

/** How mentions of a document are picked. */
export interface Picking<At> extends Pick<
  LinkSettings,
  'first' | 'limit' | 'expand'
> {
  readonly matcher: Matcher;
  /** Whether a mention can be linked; one that cannot leaves the next one its turn. */
  readonly accepts?:
    ((link: Omit<Link<At>, 'addition'>) => boolean) | undefined;
}

/** As a linker in a browser finds them: whole in the line that a reader sees. */
const search = <At>(
  matcher: Matcher,
  {text, before, after, closed}: TextRun<At>,
): readonly Mention[] => {
  const mentions = matcher.find(text);
  const beside = {
    before: mentions[0]?.start === 0 ? before : '',
    after: mentions.at(-1)?.end === text.length ? after : '',
  };
  const found =
    beside.before || beside.after
      ? mentionsWithin(matcher, text, beside)
      : mentions;
  return found.filter((mention) => isOpen(closed, mention));
};

/** A mention, and where it would be written: nowhere, where that is done already. */
type Candidate<At> = readonly [Mention, Omit<Link<At>, 'addition'> | undefined];

/** The mentions that lie in text that is free, or are a link as a whole. */
function* candidates<At>(
  {parts, text}: TextRun<At>,
  mentions: readonly Mention[],
): Generator<Candidate<At>> {
  let index = 0;
  let from = 0;
  for (const mention of mentions) {
    const {start, end} = mention;
    while (from + parts[index]!.text.length <= start)
      from += parts[index++]!.text.length;
    const first = parts[index]!;
    const offset = start - from;
    if (first.isLinked) {
      if (offset === 0 && end === from + first.text.length)
        yield [mention, undefined];
      continue;
    }
    while (from + parts[index]!.text.length < end && !parts[index]!.isLinked)
      from += parts[index++]!.text.length;
    const last = parts[index]!;
    if (last.isLinked) continue;
    const words = text.slice(start, end);
    const place = {at: last.at, offset: end - from};
    yield [
      mention,
      {start: {at: first.at, offset}, end: place, words, mention},
    ];
  }
}

/**
 * The mentions that are to be linked: the same as a `<term-linker>` in a
 * browser shows in the same text.
 *
 * @param runs In document order.
 */
export const findLinks = <At>(
  runs: readonly TextRun<At>[],
  {matcher, accepts, expand, first = 'section', limit}: Picking<At>,
): FoundLinks<At> => {
  const found = runs.map(
    (run) =>
      new Map(
        [...candidates(run, search(matcher, run))].filter(
          ([, link]) => !link || !accepts || accepts(link),
        ),
      ),
  );
  const picks = selectMentions(
    runs.map(({section}, index) => ({
      section,
      mentions: [...found[index]!.keys()],
    })),
    {first, limit},
  );
  const expansion = expand ? new Expansion() : undefined;
  const links: Link<At>[] = [];
  let kept = 0;
  for (const [index, {text, language}] of runs.entries()) {
    for (const mention of picks[index]!) {
      const addition = expansion?.after(mention, text, language) ?? '';
      const link = found[index]!.get(mention);
      if (link) links.push({...link, addition});
      else kept++;
    }
  }
  return {links, kept};
};
