import {isObject} from 'term-elements/glossary';
import {NodeReader, type Reading} from './node-reader.js';
import {type Properties} from './graph.js';

/** A step of a trail. */
export interface Step {
  readonly name: string;
  readonly url: string | undefined;
}

/** The steps of a `BreadcrumbList`, in the order of their positions. */
export const stepsOf = (node: Properties, reading: Reading): readonly Step[] =>
  new NodeReader(node, reading)
    .nodes('itemListElement')
    .map((step, index) => {
      const at = Number(step.text('position') ?? index);
      const [item] = step.take('item');
      const inner = isObject(item) ? new NodeReader(item, reading) : undefined;
      const url =
        typeof item === 'string' ? item : (inner?.address('url') ?? inner?.id);
      const name = step.text('name') ?? inner?.text('name') ?? '';
      return {at, name, url};
    })
    .toSorted((a, b) => a.at - b.at);
