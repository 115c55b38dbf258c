import type {MarkedLink} from '../links-of.js';
import {TIP_LINK} from 'term-elements/linking';
import {LINK_CLASS} from '../markup.js';
import type {Token, TokenText} from './token.js';

/** Makes a token, as the constructor of markdown-it does. */
export type TokenMaker = new (
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
) => Token;

/** Tokens that come in at a place of a text. */
interface Cut {
  readonly offset: number;
  readonly tokens: readonly Token[];
}

/** Puts links around their words, which may lie in several tokens of one line. */
export const writeTokens = (
  links: readonly MarkedLink<TokenText>[],
  make: TokenMaker,
): void => {
  const cuts = new Map<Token, Cut[]>();
  const parents = new Set<Token>();
  const cut = ({token, parent}: TokenText, place: Cut) => {
    const known = cuts.get(token);
    if (known) known.push(place);
    else cuts.set(token, [place]);
    parents.add(parent);
  };
  for (const link of links) {
    const {start, end} = link;
    const [before, after] = tokensAround(link, make);
    cut(start.at, {offset: start.offset, tokens: before});
    cut(end.at, {offset: end.offset, tokens: after});
  }
  for (const parent of parents) {
    parent.children = parent.children!.flatMap((child) => {
      const own = cuts.get(child);
      return own ? split(child, own, make) : [child];
    });
  }
};

const split = (
  child: Token,
  cuts: readonly Cut[],
  make: TokenMaker,
): readonly Token[] => {
  // A line end is either in the words or not, and as it is.
  if (child.type !== 'text') {
    const first = cuts.filter(({offset}) => offset === 0);
    const last = cuts.filter(({offset}) => offset > 0);
    return [
      ...first.flatMap(({tokens}) => tokens),
      child,
      ...last.flatMap(({tokens}) => tokens),
    ];
  }
  const parts: Token[] = [];
  let from = 0;
  const addText = (end?: number) => {
    const content = child.content.slice(from, end);
    if (content) parts.push(Object.assign(new make('text', '', 0), {content}));
  };
  for (const {offset, tokens} of cuts) {
    addText(offset);
    parts.push(...tokens);
    from = offset;
  }
  addText();
  return parts;
};

export const tokensAround = (
  {
    markup: {href, tip},
    addition,
  }: Pick<MarkedLink<TokenText>, 'markup' | 'addition'>,
  make: TokenMaker,
): readonly [readonly Token[], readonly Token[]] => {
  const added = addition
    ? [Object.assign(new make('text', '', 0), {content: addition})]
    : [];
  const before: Token[] = [];
  const after: Token[] = [];
  if (tip !== undefined) {
    const open = new make('term_tip_open', 'term-tip', 1);
    open.attrSet('term', tip);
    before.push(open);
    after.push(...added, new make('term_tip_close', 'term-tip', -1));
  }
  if (href !== undefined) {
    const open = new make('link_open', 'a', 1);
    if (tip === undefined) open.attrSet('class', LINK_CLASS);
    open.attrSet('href', href);
    if (tip !== undefined) open.attrSet(TIP_LINK, '');
    before.push(open);
    after.unshift(new make('link_close', 'a', -1));
    // Inside what is a tip or a link as a whole, so that it differs from text.
    if (tip === undefined) after.unshift(...added);
  }
  return [before, after];
};
