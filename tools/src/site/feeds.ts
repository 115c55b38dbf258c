/** Sitemaps and the feed of a site. Pure. */
import {changeOf, instantOf, lastChanged} from './dates.js';
import type {Edition} from './edition.js';
import {addressOf} from './frame.js';
import {markup} from '../documents/html/markup.js';

/** A page in the sitemap. */
export interface SitemapEntry {
  readonly address: string;
  /** ISO date of its last change. */
  readonly changed?: string | undefined;
}

/** Addresses in one file (https://www.sitemaps.org/protocol.html). */
const MOST_IN_SITEMAP = 50_000;

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml`; of more pages than one file may have, an index and its files. */
export const sitemaps = (
  pages: readonly SitemapEntry[],
  siteUrl: string,
): ReadonlyMap<string, string> => {
  const parts: string[] = [];
  for (let from = 0; from < pages.length; from += MOST_IN_SITEMAP) {
    const rows = pages
      .slice(from, from + MOST_IN_SITEMAP)
      .map(({address, changed}) => {
        const day = changed && /^\d{4}-\d\d-\d\d/.exec(changed)?.[0];
        return markup`<url><loc>${address}</loc>${day && markup`<lastmod>${day}</lastmod>`}</url>\n`;
      });
    parts.push(
      XML + markup`<urlset xmlns="${NAMESPACE}">\n${rows}</urlset>\n`.text,
    );
  }
  if (parts.length === 1) return new Map([['sitemap.xml', parts[0]!]]);
  const files = new Map(
    parts.map((part, index) => [`sitemap-${index + 1}.xml`, part]),
  );
  const rows = [...files.keys()].map(
    (name) => markup`<sitemap><loc>${siteUrl}${name}</loc></sitemap>\n`,
  );
  const index = markup`<sitemapindex xmlns="${NAMESPACE}">\n${rows}</sitemapindex>\n`;
  return new Map([['sitemap.xml', XML + index.text], ...files]);
};

/** Entries in the feed. */
const MOST_IN_FEED = 50;

const instant = (iso: string | undefined): string | undefined => {
  const time = instantOf(iso);
  return time === undefined ? undefined : new Date(time).toISOString();
};

/** New and changed entries as an Atom feed (RFC 4287), or `undefined` where none has a date. */
export const atomFeed = (edition: Edition): string | undefined => {
  const {terms, index, siteUrl, language} = edition;
  const {name, publisher} = index.glossary;
  const recent = lastChanged(terms, MOST_IN_FEED);
  const [latest] = recent;
  if (!latest) return undefined;
  const entries = recent.map((term) => {
    const url = addressOf(edition, edition.pathOf(term));
    const published = instant(term.published);
    return markup`<entry>
<id>${url}</id>
<title>${term.name}</title>
<link href="${url}"/>
${published && markup`<published>${published}</published>\n`}<updated>${instant(changeOf(term))}</updated>
<summary>${term.summary}</summary>
</entry>
`;
  });
  return (
    XML +
    markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${siteUrl}</id>
<title>${name}</title>
<link href="${siteUrl}"/>
<link rel="self" href="${siteUrl}feed.xml"/>
<updated>${instant(changeOf(latest))}</updated>
<author><name>${publisher?.name ?? name}</name></author>
${entries}</feed>
`.text
  );
};

/** All crawlers are allowed. */
export const robots = (siteUrl: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}sitemap.xml\n`;
