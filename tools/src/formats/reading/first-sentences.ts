/** A card shows one or two sentences; this is how long they may be together. */
const LONGEST = 400;

const sentences = new Intl.Segmenter('en', {granularity: 'sentence'});

/**
 * The beginning of a text as a summary: its first line where that is short
 * enough, else the first sentences of it.
 */
export const firstSentences = (text: string): string => {
  const [line = ''] = text.trim().split('\n', 1);
  if (line.length <= LONGEST) return line.trim();
  let summary = '';
  // Where a sentence is to end is decided by what comes soon.
  for (const {segment} of sentences.segment(line.slice(0, 4 * LONGEST))) {
    if (summary && summary.length + segment.length > LONGEST) break;
    summary += segment;
  }
  return summary.trim();
};
