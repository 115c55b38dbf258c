/** Names of the RDF vocabularies that are read and written. */

export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
} as const;

type Prefix = keyof typeof PREFIXES;

/** A name with its prefix: `skos:prefLabel`. */
export type Curie = `${Prefix}:${string}`;

/** The IRI of a name. */
export const iriOf = (curie: Curie): string => {
  const colon = curie.indexOf(':');
  return PREFIXES[curie.slice(0, colon) as Prefix] + curie.slice(colon + 1);
};

/** Other namespaces that mean one of ours. */
const SAME: readonly (readonly [string, string])[] = [
  ['http://schema.org/', PREFIXES.schema],
  ['http://purl.org/dc/elements/1.1/', PREFIXES.dct],
];

/** An IRI as we write it, whichever of its two namespaces it is in. */
export const canonicalIri = (iri: string): string => {
  const same = SAME.find(([other]) => iri.startsWith(other));
  return same ? same[1] + iri.slice(same[0].length) : iri;
};

/** An IRI for a message: with its prefix, where it has a known one. */
export const shortIri = (iri: string): string => {
  for (const [prefix, start] of Object.entries(PREFIXES)) {
    if (iri.startsWith(start)) return `${prefix}:${iri.slice(start.length)}`;
  }
  return iri.slice(0, 120);
};

/**
 * A language tag in the case that BCP 47 recommends (RFC 5646, section 2.1.1):
 * RDF tools write all of it in lower case.
 */
export const tagCasing = (tag: string): string => {
  let isPrivate = false;
  return tag
    .split('-')
    .map((part, index) => {
      const lower = part.toLowerCase();
      if (index === 0 || isPrivate) return lower;
      if (lower.length === 1) isPrivate = true;
      if (/^[a-z]{2}$/.test(lower)) return lower.toUpperCase();
      return /^[a-z]{4}$/.test(lower)
        ? lower[0]!.toUpperCase() + lower.slice(1)
        : lower;
    })
    .join('-');
};
