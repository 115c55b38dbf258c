/** Longest expression that is looked for; what has no end within it is text. */
const LONGEST = 10_000;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** Spaces at the start of a line would make code of it; this is invisible, and no space. */
const hide = (text: string): string => text.replace(/[^\r\n]/g, '\u2060');

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const MODULE = /^(?:import|export)\b/;

/**
 * Puts what MDX adds to Markdown out of sight: imports and exports, tags of
 * components, expressions in braces. A comment in braces becomes one of HTML.
 * The length stays, so all offsets do; code stays as it is.
 *
 * It is a careful reader and no compiler: an expression is what stands between
 * braces that match.
 */
export const maskMdx = (text: string): string => {
  let fence: string | undefined;
  let isModule = false;
  let isAfterBlank = true;
  let prose = '';
  let masked = '';
  const endProse = () => {
    masked += maskProse(prose);
    prose = '';
  };
  for (const line of text.split(/(?<=\n)/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      masked += line;
      if (mark?.startsWith(fence)) fence = undefined;
      isAfterBlank = true;
      continue;
    }
    const isBlank = !line.trim();
    if (mark && !isModule) {
      endProse();
      masked += line;
      fence = mark;
    } else if (isModule || (isAfterBlank && MODULE.test(line))) {
      endProse();
      masked += blank(line);
      isModule = !isBlank;
    } else {
      prose += line;
    }
    isAfterBlank = isBlank;
  }
  endProse();
  return masked;
};

/** Text outside fences, and without imports. */
const maskProse = (text: string): string => {
  let masked = '';
  let from = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '`') {
      const run = /`+/y;
      run.lastIndex = at;
      const ticks = run.exec(text)![0];
      const end = text.slice(0, at + LONGEST).indexOf(ticks, at + ticks.length);
      at = end < 0 ? at + ticks.length : end + ticks.length;
      continue;
    }
    if (character === '\\') {
      at += 2;
      continue;
    }
    const end =
      character === '{'
        ? expressionEnd(text, at)
        : character === '<'
          ? tagEnd(text, at)
          : -1;
    if (end < 0) {
      at++;
      continue;
    }
    const part = text.slice(at, end);
    masked += text.slice(from, at);
    masked += character === '{' ? maskExpression(part) : maskTag(part);
    from = at = end;
  }
  return masked + text.slice(from);
};

/** Behind the brace that closes; -1 where there is none. */
const expressionEnd = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + LONGEST);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
};

const TAG = /<(?:\/?[A-Za-z][\w.:-]{0,100}|\/?(?=>))/y;

const tagEnd = (text: string, from: number): number => {
  TAG.lastIndex = from;
  const start = TAG.exec(text)?.[0];
  if (!start) return -1;
  const limit = Math.min(text.length, from + LONGEST);
  let quote = '';
  let depth = 0;
  for (let at = from + start.length; at < limit; at++) {
    const character = text[at]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>' && depth <= 0) return at + 1;
    else if (character === '<' && depth <= 0) return -1;
  }
  return -1;
};

const maskExpression = (expression: string): string => {
  const comment = /^\{\/\*\s([^]*)\*\/\}$/.exec(expression)?.[1];
  return comment !== undefined && !comment.includes('-->')
    ? `<!--${comment}-->`
    : hide(expression);
};

/** A tag of HTML stays, without what is an expression; one of a component does not. */
const maskTag = (tag: string): string =>
  /^<\/?[a-z][\w:-]*(?=[\s/>])/.test(tag)
    ? tag.replace(/[\w:-]{1,100}=\{[^]*?\}(?=[\s/>])/g, hide)
    : hide(tag);
