import type {BreadcrumbList, WithContext} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import type {DerivedTrail, TrailStep} from '../glossary/trail.js';
import {compact, fragmentOf, type JsonLdNode, SCHEMA_ORG} from './nodes.js';
import {areaAddress, type HostPage, pageRole} from './page-role.js';

/**
 * A trail as schema.org has it, or `undefined` where it is too
 * short: Google asks for two steps at least, each but the last with an address.
 *
 * @param base Address that relative ones are resolved against.
 * @param address Address of the page that it is the trail of, for its identity.
 *     The trails of a publisher are without, as they were published.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export const buildBreadcrumbList = (
  trail: readonly TrailStep[],
  base: string,
  address?: string,
): JsonLdNode | undefined => {
  const steps = trail.map(({name, url}) => ({
    name,
    item: absoluteAddress(url, base),
  }));
  const named = steps.filter(
    ({item}, index) => item ?? index === steps.length - 1,
  );
  if (named.length < 2) return undefined;
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'BreadcrumbList' as const,
    '@id': (address && fragmentOf(address, 'breadcrumb'))!,
    itemListElement: named.map(({name, item}, index) =>
      compact({
        '@type': 'ListItem' as const,
        position: index + 1,
        name,
        item: item!,
      }),
    ),
  }) satisfies WithContext<BreadcrumbList>;
};

/**
 * The trail that a glossary has of something, on a page that shows it: none on
 * a page that is not its own, whose place is another.
 */
export const buildDerivedTrail = (
  {steps, subject}: DerivedTrail,
  host: HostPage,
): JsonLdNode | undefined => {
  const {base} = host;
  const own =
    'area' in subject
      ? areaAddress(subject, base)
      : absoluteAddress(subject.url, base);
  return pageRole(own, host) === 'resource'
    ? buildBreadcrumbList(steps, base)
    : undefined;
};
