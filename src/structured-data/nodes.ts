/** What all builders share. A node is plain JSON: no class, no prototype of ours. */

/** A schema.org node as it stands in a script: JSON with a type. */
export interface JsonLdNode {
  readonly '@context'?: unknown;
  readonly '@type': string | readonly string[];
  readonly [property: string]: unknown;
}

export const SCHEMA_ORG = 'https://schema.org';

/** Leaves out the properties that have no value; keeps the order of the rest. */
export const compact = <T extends object>(properties: T): T =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as T;

/** The types of a node, however they are written. */
export const typesOf = (
  node: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const types: unknown = node['@type'];
  return (Array.isArray(types) ? (types as unknown[]) : [types]).flatMap(
    (type) =>
      typeof type === 'string'
        ? type.replace(/^(https?:\/\/schema\.org\/|schema:)/, '')
        : [],
  );
};
