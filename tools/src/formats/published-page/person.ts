import type {Person} from 'term-elements/glossary';
import {hasType, type Node, textOf} from './nodes.js';

/** A person or an organization as the glossary has it. */
export const personOf = (node: Node | undefined): Person | undefined => {
  const name = textOf(node, 'name');
  if (!node || name === undefined) return undefined;
  const url = textOf(node, 'url');
  return {
    type: hasType(node, 'Person') ? 'Person' : 'Organization',
    name,
    ...(url === undefined ? {} : {url}),
  };
};
