import {absoluteAddress, type Glossary, isWhole} from 'term-elements/glossary';

/** Characters that no IRI has (RFC 3987, and `IRIREF` of Turtle). */
// eslint-disable-next-line no-control-regex
const NO_IRI = /[\u0000-\u0020<>"{}|\\^`\p{Surrogate}]/u;

/** What the nodes of a graph are called. */
export interface Names {
  readonly scheme: string;
  /** By the ids of terms and areas. */
  readonly terms: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
}

/**
 * A term is called by its own address, where it has one that no other has;
 * else by its id within the glossary.
 *
 * @param site Address of the site, where the glossary has none.
 */
export const namesOf = (
  glossary: Glossary,
  site: string | undefined,
): Names => {
  const base =
    iri(absoluteAddress(glossary.url, site ?? '')) ?? iri(site) ?? '';
  const within = base.split('#')[0]!;
  const taken = new Set<string>();
  const scheme = base || '#glossary';
  taken.add(scheme);
  const nameOf = (url: string | undefined, fragment: string): string => {
    const own = iri(absoluteAddress(url, base));
    const wanted =
      own !== undefined && !taken.has(own)
        ? own
        : `${within}#${encode(fragment)}`;
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
    taken.add(name);
    return name;
  };
  const terms = new Map<string, string>();
  for (const term of glossary.terms) {
    if (isWhole(term) && !terms.has(term.id)) {
      terms.set(term.id, nameOf(term.url, term.id));
    }
  }
  const areas = new Map<string, string>();
  for (const {id, url} of glossary.areas ?? []) {
    if (!areas.has(id)) areas.set(id, nameOf(url, `area-${id}`));
  }
  return {scheme, terms, areas};
};

const iri = (address: string | undefined): string | undefined =>
  address !== undefined && !NO_IRI.test(address) ? address : undefined;

const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
