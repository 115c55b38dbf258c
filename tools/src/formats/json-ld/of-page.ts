import {descendants, isJsonLd, parsePage} from '../../documents/html/tree.js';
import {isHostileHtml} from '../../documents/rich-text/hostile.js';
import type {Report} from '../../terminal/report.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** All but the ends of lines, so that places stay right. */
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/**
 * The JSON-LD of a page of HTML as one document: a list of its blocks, each
 * where it stands in the page. `undefined` where the page has no such data.
 */
export const jsonLdOfPage = (
  html: string,
  file: string,
  report: Report,
): string | undefined => {
  if (isHostileHtml(html)) return undefined;
  let at = 0;
  const parts: string[] = [];
  for (const script of descendants(parsePage(html))) {
    const {startTag, endTag} = script.sourceCodeLocation ?? {};
    if (!isJsonLd(script) || !startTag || !endTag) continue;
    const text = html.slice(startTag.endOffset, endTag.startOffset);
    if (!isJson(text)) {
      report.dropped(
        {file, line: startTag.startLine},
        'a block of JSON-LD that is not JSON',
      );
      continue;
    }
    // The comma or bracket stands in the tag, which is long enough.
    const before = blank(html.slice(at, startTag.endOffset - 1));
    parts.push(`${before}${parts.length ? ',' : '['}${text}`);
    at = endTag.startOffset;
  }
  return parts.length ? `${parts.join('')}]` : undefined;
};
