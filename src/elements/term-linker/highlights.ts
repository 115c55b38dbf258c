import {sharedHighlight} from '../../page/host-traces/highlights.js';

/** Names in the registry of highlights, shared by all linkers of a document. */
const MENTION = 'term-mention';
const OPEN_MENTION = 'term-mention-open';

/** More than this at once, and it is cheaper to paint the rest again: Firefox and WebKit search for each that goes. */
const FEW = 16;

/** What goes with the next microtask, which is before the browser paints. */
const going = new Set<AbstractRange>();
let erased = 0;

const flush = (): void => {
  erased = 0;
  const highlight = going.size ? sharedHighlight(MENTION) : undefined;
  if (!highlight) return;
  const staying = [...highlight].filter((range) => !going.has(range));
  going.clear();
  highlight.clear();
  for (const range of staying) highlight.add(range);
};

/** Paints words of a text; nothing happens in engines that cannot. */
export const paint = (range: AbstractRange): void => {
  sharedHighlight(MENTION)?.add(range);
};

export const erase = (range: AbstractRange): void => {
  if (erased++ === 0) queueMicrotask(flush);
  if (erased > FEW) going.add(range);
  else sharedHighlight(MENTION)?.delete(range);
};

/** Paints the words whose card is open. */
export const paintOpen = (range: AbstractRange, open: boolean): void => {
  if (open) sharedHighlight(OPEN_MENTION)?.add(range);
  else sharedHighlight(OPEN_MENTION)?.delete(range);
};
