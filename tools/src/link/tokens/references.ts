import type {Lexicon} from '../lexicon.js';
import {resolveReference} from '../references.js';
import type {Form} from '../settings.js';
import type {Token} from './token.js';
import {type TokenMaker, tokensAround} from './write.js';

/** The end of the link that begins at an index; links are not nested. */
const endOf = (tokens: readonly Token[], start: number): number =>
  tokens.findIndex(({type}, at) => at > start && type === 'link_close');

/** A token of a link as a reader sees it: a tag has no words, nor has a picture. */
const wordsOf = ({type, content}: Token): string => {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'text' || type === 'code_inline' ? content : '';
};

/**
 * Puts what a linker writes in the place of authors' references.
 *
 * @returns What names no entry; its link stays as it is.
 */
export const resolveTokens = (
  tokens: readonly Token[],
  lexicon: Lexicon,
  form: Form,
  make: TokenMaker,
): readonly string[] => {
  const unknown: string[] = [];
  for (const parent of tokens) {
    const {children} = parent;
    if (!children?.some(({type}) => type === 'link_open')) continue;
    const resolved: Token[] = [...children];
    for (let at = 0; at < resolved.length; at++) {
      const token = resolved[at]!;
      if (token.type !== 'link_open') continue;
      const end = endOf(resolved, at);
      if (end < 0) break;
      const inner = resolved.slice(at + 1, end);
      const words = inner.map(wordsOf).join('');
      const href = token.attrGet('href') ?? undefined;
      // Its title and attributes stay: only the address changes.
      const isOwn = (token.attrs?.length ?? 0) > 1;
      const reference = resolveReference(
        href,
        words,
        lexicon,
        isOwn ? 'link' : form,
      );
      if (reference && 'unknown' in reference) unknown.push(reference.unknown);
      const {markup} = reference && 'markup' in reference ? reference : {};
      if (!markup) continue;
      if (isOwn) {
        token.attrSet('href', markup.href!);
        at = end;
        continue;
      }
      const [before, after] = tokensAround({markup, addition: ''}, make);
      resolved.splice(at, end + 1 - at, ...before, ...inner, ...after);
      at += before.length + inner.length + after.length - 1;
    }
    parent.children = resolved;
  }
  return unknown;
};
