/** Helpers of all builders. A node is plain JSON, without a class. */

/** A schema.org node as it stands in a script: JSON with a type. */
export interface JsonLdNode {
  readonly '@context'?: unknown;
  readonly '@type': string | readonly string[];
  readonly [property: string]: unknown;
}

export const SCHEMA_ORG = 'https://schema.org' as const;

/** Leaves out the properties that have no value; keeps the order of the rest. */
export const compact = <T extends object>(properties: T): T => {
  const kept: Partial<T> = {};
  for (const key in properties) {
    if (properties[key] !== undefined) kept[key] = properties[key];
  }
  return kept as T;
};

/** A name on a page: its address with a fragment; `undefined` for one without an address. */
export const fragmentOf = (address: string, id: string): string | undefined => {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = id;
  return url.href;
};

/** The types of a node, however they are written. */
export const typesOf = (
  node: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const types: unknown = node['@type'];
  if (typeof types === 'string') return [typeName(types)];
  return Array.isArray(types)
    ? types.filter((type) => typeof type === 'string').map(typeName)
    : [];
};

const typeName = (type: string): string =>
  type.replace(/^(https?:\/\/schema\.org\/|schema:)/, '');
