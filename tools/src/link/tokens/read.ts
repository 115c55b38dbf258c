import {readRawTags} from '../raw-tags.js';
import {type Reading, TextReader} from '../reader.js';
import type {TextRun} from '../text-run.js';
import type {Tag} from '../tag.js';
import type {Token, TokenText} from './token.js';

/** What tokens are that say no tag, or none that HTML has. */
const NAMES: Readonly<Record<string, string>> = {
  fence: 'pre',
  code_block: 'pre',
  code_inline: 'code',
  hardbreak: 'br',
  softbreak: 'br',
  image: 'img',
};

const tagOf = (token: Token, name: string): Tag => ({
  name,
  attribute: (key) => token.attrGet(key) ?? undefined,
});

/**
 * The text in the tokens of markdown-it that may be linked.
 *
 * @param breaks Line ends are `<br>`.
 */
export const readTokens = (
  tokens: readonly Token[],
  breaks: boolean,
  reading: Reading,
): readonly TextRun<TokenText>[] => {
  const reader = new TextReader<TokenText>(reading);

  const enter = (token: Token, parent: Token): void => {
    const {type, tag, nesting, content} = token;
    if (type === 'text') reader.text(content, {token, parent});
    else if (type === 'softbreak' && !breaks)
      reader.text('\n', {token, parent});
    else if (type === 'html_block' || type === 'html_inline')
      readRawTags(content, reader);
    else if (nesting < 0) reader.close();
    else {
      // What other plug-ins make is left alone where it has content of its own.
      const name = NAMES[type] ?? (tag || (nesting ? 'div' : 'code'));
      reader.open(tagOf(token, name));
      if (nesting) return;
      // The content of a picture is no text of the page.
      if (name !== 'img') reader.text(content, {token, parent});
      reader.close();
    }
  };

  for (const token of tokens) {
    // A paragraph of a tight list is not there in HTML.
    if (token.hidden) continue;
    if (token.type !== 'inline') enter(token, token);
    else for (const child of token.children ?? []) enter(child, token);
  }
  return reader.end();
};
