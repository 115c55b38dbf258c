import type {TextReader} from './reader.js';

/** Elements that have no end tag. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements whose content is no markup. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

const TAG = /<(\/?)([a-z][^\s/>]{0,99})/iy;
const ATTRIBUTE =
  /[\s/]{0,999}([^\s"'<>/=]{1,199})(?:\s{0,99}=\s{0,99}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]{1,9999})))?/y;
const TAG_END = /[\s/]{0,999}>/y;

/** The few references that attributes of ours are written with. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const decode = (value: string): string =>
  value.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => REFERENCES[found]!);

/**
 * Reports to a reader the tags in HTML that an author wrote into Markdown. Text
 * between them is left alone, because its context is unknown.
 *
 * @param html One tag, or a block of HTML; what has no end is passed over.
 */
export const readRawTags = <At>(html: string, reader: TextReader<At>): void => {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
      reader.part();
      const mark = html.startsWith('<!--', at) ? '-->' : '>';
      const end = html.indexOf(mark, at + 2);
      if (end < 0) return;
      at = end + mark.length;
      continue;
    }
    const [tag, slash, named] = match(TAG, html, at) ?? [];
    const attributes = new Map<string, string>();
    let end = at + (tag?.length ?? 1);
    if (named === undefined) {
      at = end;
      continue;
    }
    for (
      let read;
      (read = match(ATTRIBUTE, html, end));
      end += read[0].length
    ) {
      const [, key, double, single, bare] = read;
      const known = key!.toLowerCase();
      if (!attributes.has(known))
        attributes.set(known, decode(double ?? single ?? bare ?? ''));
    }
    const closing = match(TAG_END, html, end)?.[0];
    at = end + (closing?.length ?? 0);
    if (closing === undefined) continue;
    const name = named.toLowerCase();
    if (slash) {
      reader.closeRaw(name);
      continue;
    }
    reader.open({name, attribute: (key) => attributes.get(key)}, false);
    if (VOID.has(name)) reader.closeRaw(name);
    else if (RAW.test(name)) {
      const close = html.toLowerCase().indexOf(`</${name}`, at);
      if (close < 0) return;
      at = close;
    }
  }
};

const match = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
