import {lexiconOf} from '../link/lexicon.js';
import {type DocumentOptions, linksOf} from '../link/links-of.js';
import {readTokens} from '../link/tokens/read.js';
import {protectionOfLines} from '../link/markdown/protect.js';
import type {Token, TokenText} from '../link/tokens/token.js';
import {resolveTokens} from '../link/tokens/references.js';
import {type TokenMaker, writeTokens} from '../link/tokens/write.js';
import {unknownMessage} from '../link/references.js';

export type MarkdownItTermsOptions = DocumentOptions;

/** The argument of a rule of markdown-it. */
interface State {
  readonly src?: unknown;
  readonly tokens: readonly Token[];
  readonly Token: TokenMaker;
}

/** markdown-it, as far as it is needed, of any version. */
interface MarkdownIt {
  readonly options: {readonly breaks?: boolean | undefined};
  readonly core: {
    readonly ruler: {
      push(
        name: string,
        rule: (state: {
          readonly src?: unknown;
          readonly tokens: unknown;
          readonly Token: unknown;
        }) => void,
      ): void;
    };
  };
}

/**
 * Links the words of Markdown that name entries of a glossary.
 *
 * @example
 * markdownIt().use(markdownItTerms, {glossary})
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export default function markdownItTerms(
  md: MarkdownIt,
  options: MarkdownItTermsOptions,
): void {
  const lexicon = lexiconOf(options?.glossary, options);
  md.core.ruler.push('term_elements', (state) => {
    const {src, tokens, Token} = state as State;
    const inLines = protectionOfLines(typeof src === 'string' ? src : '');
    const isProtected = ({parent}: TokenText, words: string) =>
      parent.map ? inLines(parent.content, words, parent.map) : false;
    for (const reference of resolveTokens(
      tokens,
      lexicon,
      options.as ?? 'both',
      Token,
    ))
      console.warn(`[term-elements] ${unknownMessage(reference)}`);
    const {links} = linksOf(
      (reading) => readTokens(tokens, md.options.breaks === true, reading),
      lexicon,
      options,
      'both',
      ({start, end, words}) =>
        start.at.parent === end.at.parent && !isProtected(start.at, words),
    );
    writeTokens(links, Token);
  });
}
