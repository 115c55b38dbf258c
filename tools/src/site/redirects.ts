import type {Edition} from './edition.js';
import {redirectPage} from './other-pages.js';
import {pathUnder, type SitePaths} from './paths.js';
import type {SiteFile} from './site-files.js';

/**
 * Pages where entries were under former ids, beside where they are; none in the
 * place of another page.
 *
 * @param paths Those that the edition has taken.
 */
export function* redirects(
  edition: Edition,
  paths: SitePaths,
): Generator<SiteFile> {
  for (const term of edition.terms) {
    const target = edition.pathOf(term);
    const folder = target.address
      .slice(edition.prefix.length)
      .replace(/[^/]+\/?$/, '');
    for (const id of term.formerIds ?? []) {
      const own = paths.own(
        `${edition.siteUrl}${folder}${id.replace(/[/?#%\\]/g, encodeURIComponent)}/`,
      );
      if (!own) continue;
      const path = pathUnder(edition.prefix, own);
      yield {
        path: path.html,
        content: redirectPage(edition, term.name, path, target),
      };
    }
  }
}
