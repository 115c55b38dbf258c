/** A node of mdast, as far as definitions are looked for in it. */
interface Node {
  readonly type: string;
  readonly identifier?: string | undefined;
  readonly url?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

/**
 * What the references of a document mean (`[text][label]`), by label. Of several
 * definitions the first one counts, as in CommonMark.
 */
export const definitionNodesOf = <Own extends Node>(
  tree: Own,
): ReadonlyMap<string, Own> => {
  const found = new Map<string, Own>();
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {type, identifier, children = []} = node;
    if (type === 'definition' && identifier !== undefined)
      if (!found.has(identifier)) found.set(identifier, node);
    for (let at = children.length - 1; at >= 0; at--)
      stack.push(children[at] as Own);
  }
  return found;
};

/** Where the references of a document lead, by label. */
export const definitionsOf = (tree: Node): ReadonlyMap<string, string> =>
  new Map(
    Array.from(definitionNodesOf(tree), ([label, {url = ''}]) => [label, url]),
  );
