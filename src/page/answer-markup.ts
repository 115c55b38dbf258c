import {answerHtml} from '../structured-data/answer-text.js';
import {readAnswer} from './author-markup/answers.js';
import {domTree} from './author-markup/dom.js';

/** An author's nodes for `Answer.text`. */
export const answerMarkup = (nodes: readonly Node[]): string =>
  answerHtml(readAnswer(domTree, nodes, nodes[0]?.baseURI ?? ''));
