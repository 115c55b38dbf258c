import type {MarkdownParser} from '../../documents/markdown/gfm.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import type {Lexicon} from '../lexicon.js';
import {
  MAY_HAVE_REFERENCES,
  type Replacement,
  replaceEnds,
  resolveReference,
  type WithReferences,
} from '../references.js';
import type {LinkedWords, UnknownReference} from '../result.js';
import type {Form} from '../settings.js';
import {maskTemplates} from '../templates.js';
import {wordsOf} from '../tree.js';
import {endOf, type MarkdownNode, startOf} from './read.js';
import {outlineOf} from './verify.js';
import {textAround} from './write.js';

const ENDS = /^\]\([^]*\)$/;

/**
 * Writes in the place of authors' references what a linker writes around words.
 * What names nothing stays as it is.
 *
 * @throws {ChangedDocumentError} Where that would change anything else.
 */
export const resolveInMarkdown = (
  source: string,
  parser: MarkdownParser,
  lexicon: Lexicon,
  form: Form,
): WithReferences => {
  const links: LinkedWords[] = [];
  const withoutAddress: string[] = [];
  const unknown: UnknownReference[] = [];
  const replacements: Replacement[] = [];
  const done = () => ({links, withoutAddress, unknown});
  const same = {text: source, offsetIn: (offset: number) => offset};
  if (!MAY_HAVE_REFERENCES.test(source)) return {...done(), ...same};
  const tree = parser.document(source, maskTemplates).tree as MarkdownNode;
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {children = [], type, url} = node;
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
    if (type !== 'link') continue;
    const words = wordsOf(node);
    const resolved = resolveReference(url, words, lexicon, form);
    const start = startOf(node);
    const end = endOf(node);
    const innerStart = children[0] && startOf(children[0]);
    const innerEnd = children.length ? endOf(children.at(-1)!) : undefined;
    if (!resolved || start === undefined || end === undefined) continue;
    if ('unknown' in resolved) {
      unknown.push({offset: start, reference: resolved.unknown});
      continue;
    }
    const {ids, markup} = resolved;
    if (!markup) withoutAddress.push(...ids);
    else if (
      innerStart !== undefined &&
      innerEnd !== undefined &&
      ENDS.test(source.slice(innerEnd, end))
    ) {
      const [before, after] = textAround(markup, '', source[start - 1]);
      replacements.push({start, innerStart, innerEnd, end, before, after});
      links.push({offset: start, words, reference: ids.join(' ')});
    }
  }
  if (!replacements.length) return {...done(), ...same};
  const {text, inserted, offsetIn} = replaceEnds(source, replacements);
  const again = parser.document(text, maskTemplates).tree as MarkdownNode;
  const starts = new Set(replacements.map(({start}) => start));
  const before = outlineOf(tree, {
    has: (offset) => starts.has(offset ?? -1),
    additionAt: () => '',
  });
  if (outlineOf(again, inserted) !== before)
    throw new ChangedDocumentError(replacements[0]!.start);
  return {...done(), text, offsetIn};
};
