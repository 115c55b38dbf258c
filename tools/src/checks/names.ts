/** Ids, addresses and names that are claimed twice, and texts that say nothing. */
import {addressKey, nameKey, pathText} from 'term-elements/glossary';
import {type Finding, finding, type Keys} from './finding.js';
import {areasOf, resourcesOf, stringsOf, termsOf} from './walk.js';

/** Remembers who claimed what first. */
class Claims {
  readonly #first = new Map<unknown, Keys>();

  /** The place of an earlier claim, if there is one. */
  claim(name: unknown, keys: Keys): string | undefined {
    const first = this.#first.get(name);
    if (!first) this.#first.set(name, keys);
    return first && pathText(first);
  }
}

export const checkNames = (document: unknown): Finding[] => [
  ...checkTermIds(document),
  ...checkAreaIds(document),
  ...checkTermNames(document),
  ...termsOf(document).flatMap(({value, keys}) =>
    typeof value.summary === 'string' && !value.summary.trim()
      ? [
          finding(
            'empty-summary',
            [...keys, 'summary'],
            'expected a sentence, received an empty summary',
          ),
        ]
      : [],
  ),
];

const checkTermIds = (document: unknown): Finding[] => {
  const ids = new Claims();
  const addresses = new Claims();
  const findings: Finding[] = [];
  const terms = termsOf(document);
  for (const {value, keys} of terms) {
    const at = [...keys, 'id'];
    const first = typeof value.id === 'string' && ids.claim(value.id, at);
    if (first) {
      findings.push(
        finding(
          'duplicate-id',
          at,
          `the id "${value.id}" is taken by ${first}`,
        ),
      );
    }
  }
  for (const {value, keys} of terms) {
    for (const former of stringsOf(value.formerIds, [...keys, 'formerIds'])) {
      const first = ids.claim(former.value, former.keys);
      if (first) {
        findings.push(
          finding(
            'duplicate-former-id',
            former.keys,
            `the id "${former.value}" is taken by ${first}`,
          ),
        );
      }
    }
    if (typeof value.url !== 'string' || !value.url) continue;
    const at = [...keys, 'url'];
    const first = addresses.claim(addressKey(value.url), at);
    if (first)
      findings.push(
        finding('duplicate-address', at, `the address is taken by ${first}`),
      );
  }
  return findings;
};

const checkAreaIds = (document: unknown): Finding[] => {
  const ids = new Claims();
  return areasOf(document).flatMap((area) => {
    const numbers = new Claims();
    const at = [...area.keys, 'id'];
    const {id} = area.value;
    const first = typeof id === 'string' && ids.claim(id, at);
    return [
      ...(first
        ? [finding('duplicate-id', at, `the id "${id}" is taken by ${first}`)]
        : []),
      ...resourcesOf(area).flatMap(({value, keys}) => {
        const taken = numbers.claim(value.number ?? 'root', keys);
        const name =
          value.number === undefined
            ? 'a second root (a resource without number)'
            : `resource ${JSON.stringify(value.number)}`;
        return taken
          ? [finding('duplicate-id', keys, `${name}: taken by ${taken}`)]
          : [];
      }),
    ];
  });
};

/** One name for two entries is a choice for the reader, if it is meant. */
export const checkTermNames = (document: unknown): Finding[] => {
  const claims = new Map<string, {keys: Keys; ambiguous: boolean}>();
  return termsOf(document).flatMap(({value, keys}) => {
    const ambiguous = value.ambiguous === true;
    const own = new Set<string>();
    const named = [
      ...stringsOf([value.name], []).map((name) => ({
        ...name,
        keys: [...keys, 'name'],
      })),
      ...stringsOf([value.abbreviation], []).map((name) => ({
        ...name,
        keys: [...keys, 'abbreviation'],
      })),
      ...stringsOf(value.aliases, [...keys, 'aliases']),
    ];
    return named.flatMap((name) => {
      const key = nameKey(name.value);
      if (!key || own.has(key)) return [];
      own.add(key);
      const first = claims.get(key);
      if (!first) claims.set(key, {keys: name.keys, ambiguous});
      return !first || first.ambiguous || ambiguous
        ? []
        : [
            finding(
              'ambiguous-name',
              name.keys,
              `"${name.value}" also names ${pathText(first.keys)}; if both are meant, set "ambiguous": true`,
            ),
          ];
    });
  });
};
