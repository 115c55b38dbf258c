import {isNode, type Node, nodesOf} from './nodes.js';
import type {Reconciliation} from './reconciliation.js';

/** Makes positions that are texts the numbers that they say. */
export const reconcileTrail = (
  node: Node,
  line: number,
  reconciliation: Reconciliation,
): void => {
  const steps = nodesOf(node, 'itemListElement').filter(isNode);
  const texts = steps.filter(
    ({position}) =>
      typeof position === 'string' && /^\s*\d{1,9}\s*$/.test(position),
  );
  if (!texts.length) return;
  for (const step of texts) step.position = Number(step.position);
  reconciliation.correct(
    line,
    'positions in the BreadcrumbList are texts; they are written as numbers',
  );
};
