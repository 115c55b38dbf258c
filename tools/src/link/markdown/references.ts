import type {MarkdownParser} from '../../documents/markdown/gfm.js';
import type {Lexicon} from '../lexicon.js';
import {References, type WithReferences} from '../references.js';
import type {Form} from '../settings.js';
import {maskTemplates} from '../templates.js';
import {wordsOf} from '../tree.js';
import {definitionNodesOf} from '../../documents/markdown/definitions.js';
import {endOf, type MarkdownNode, startOf} from './read.js';
import {outlineOf} from './verify.js';
import {textAround, writtenAddress} from './write.js';

/** What ends a link, and a reference: `](…)`, `][label]`, `][]`, `]`. */
const ENDS = /^\](?:\([^]*\)|\[[^]*\])?$/;

/** What stands before the title of a link: its address. */
const TO_TITLE = /^\]\(\s*(?:<(?:\\.|[^<>\\\n])*>|\S+)(?=\s)/;

/** The title of a definition, at its end. */
const TITLE = /\s(?:"[^]*"|'[^]*'|\([^]*\))\s*$/;

/** `{#id .class}` behind a link, as Kramdown, Pandoc and others read it. */
const ATTRIBUTES = /^\{(?::?[ \t]*[.#]|:)/;

/**
 * What stands behind the words of a link that keeps what its author gave it.
 *
 * @param end What ends it in the source.
 * @param definition Of a reference: as it stands in the source.
 */
const ownEnd = (
  address: string,
  end: string,
  definition: string | undefined,
): string => {
  const start = `](${writtenAddress(address)}`;
  if (definition === undefined) {
    const before = TO_TITLE.exec(end)?.[0];
    return before === undefined
      ? `${start})`
      : start + end.slice(before.length);
  }
  const title = TITLE.exec(definition)?.[0].trim() ?? '';
  return `${start}${title && ` ${title.replace(/\n[ \t>]*/g, ' ')}`})`;
};

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
  const references = new References(source, lexicon, form);
  if (!references.mayBeThere) return references.written(() => '');
  const tree = parser.document(source, maskTemplates).tree as MarkdownNode;
  const definitions = definitionNodesOf(tree);
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {children = [], type, identifier = ''} = node;
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
    const definition =
      type === 'linkReference' ? definitions.get(identifier) : undefined;
    const target = type === 'link' ? node : definition;
    if (!target) continue;
    const isOwn =
      typeof target.title === 'string' ||
      ATTRIBUTES.test(source.slice(endOf(node)).slice(0, 20));
    const start = startOf(node);
    const end = endOf(node);
    if (start === undefined || end === undefined) continue;
    const resolved = references.resolve({
      href: target.url,
      words: wordsOf(node),
      offset: start,
      isOwn,
    });
    const innerStart = children[0] && startOf(children[0]);
    const innerEnd = children.length ? endOf(children.at(-1)!) : undefined;
    const isWritable =
      innerStart !== undefined &&
      innerEnd !== undefined &&
      ENDS.test(source.slice(innerEnd, end));
    if (!resolved || !isWritable) continue;
    const {markup} = resolved;
    const [before, after] = isOwn
      ? [
          '[',
          ownEnd(
            markup.href!,
            source.slice(innerEnd, end),
            definition && source.slice(startOf(definition), endOf(definition)),
          ),
        ]
      : textAround(markup, '', source[start - 1]);
    references.replace(resolved, {
      start,
      innerStart,
      innerEnd,
      end,
      before,
      after,
    });
  }
  return references.written((text, known) =>
    outlineOf(
      text === undefined
        ? tree
        : (parser.document(text, maskTemplates).tree as MarkdownNode),
      known,
    ),
  );
};
