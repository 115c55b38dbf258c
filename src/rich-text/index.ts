export {type Block, type Inline, parseInline, parseRichText} from './parse.js';
export {escapeHtml} from './escape-html.js';
export {toText} from './to-text.js';
