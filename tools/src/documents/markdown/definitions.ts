/** A node of mdast, as far as definitions are looked for in it. */
interface Node {
  readonly type: string;
  readonly identifier?: string | undefined;
  readonly url?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

/**
 * Where the references of a document lead (`[text][label]`), by label. Of
 * several definitions the first one counts, as in CommonMark.
 */
export const definitionsOf = (tree: Node): ReadonlyMap<string, string> => {
  const addresses = new Map<string, string>();
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {type, identifier, url = '', children = []} = node;
    const isNew = identifier !== undefined && !addresses.has(identifier);
    if (type === 'definition' && isNew) addresses.set(identifier, url);
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
  }
  return addresses;
};
