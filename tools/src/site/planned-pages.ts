/** The pages of an edition in their order, each with its Markdown. Pure. */
import type {Area, Resource} from 'term-elements/glossary';
import {areaPage, resourcePath} from './area-page.js';
import {changeOf} from './dates.js';
import type {Edition} from './edition.js';
import {addressOf, type Alternate, type PageContent} from './frame.js';
import {homePage} from './home-page.js';
import {allTermsPage, areasPage, folderPage, letterPage} from './list-pages.js';
import {MOST_IN_CONTENTS} from './contents.js';
import {areaMirror, listMirror, termMirror} from './mirrors.js';
import {notFoundPage, searchPage} from './other-pages.js';
import type {PagePath} from './paths.js';
import {termPage} from './term-page.js';

/** A page with what stands beside it. */
export interface PlannedPage {
  readonly page: PageContent;
  readonly mirror?: string;
  readonly changed?: string | undefined;
  readonly isEntry?: boolean;
}

/** All pages of an edition; `editions` are those that they may also be in. */
export function* pagesOf(
  edition: Edition,
  editions: readonly Edition[],
): Generator<PlannedPage> {
  const {areas, terms, letters, folders} = edition;
  const name = edition.index.glossary.name;
  const everywhere = (pathOf: (other: Edition) => PagePath | undefined) =>
    editions.flatMap((other): Alternate[] => {
      const path = pathOf(other);
      return path
        ? [{language: other.language, address: addressOf(other, path)}]
        : [];
    });
  const has = new Map(
    editions.map((other) => [
      other,
      {
        terms: new Map(other.terms.map((term) => [term.id, term])),
        areas: new Map(other.areas.map((area) => [area.id, area])),
      },
    ]),
  );
  const listPages: readonly {
    readonly content: PageContent;
    readonly key: 'home' | 'allTerms' | 'areas';
  }[] = [
    {content: homePage(edition), key: 'home'},
    {content: allTermsPage(edition), key: 'allTerms'},
    ...(areas.length
      ? [{content: areasPage(edition), key: 'areas' as const}]
      : []),
  ];
  for (const {content, key} of listPages) {
    const alternates = everywhere((other) =>
      key === 'areas' && !other.areas.length ? undefined : other.paths[key],
    );
    const shown = {
      home: {areas, terms: terms.length <= MOST_IN_CONTENTS ? terms : []},
      allTerms: {terms},
      areas: {areas},
    }[key];
    yield {
      page: {...content, alternates},
      mirror: listMirror(edition, key === 'home' ? name : content.title, shown),
    };
  }
  for (const folder of folders) {
    const page = folderPage(edition, folder);
    yield {page, mirror: listMirror(edition, page.title, folder)};
  }
  for (const letter of letters) {
    for (const [number, {terms: shown}] of letter.pages.entries()) {
      const page = letterPage(edition, letter, number);
      yield {page, mirror: listMirror(edition, page.title, {terms: shown})};
    }
  }
  for (const area of areas) {
    for (const resource of area.resources ?? []) {
      const alternates = everywhere((other) => {
        const there = has.get(other)!.areas.get(area.id);
        const same = there && sameResource(there, resource);
        return same && resourcePath(other, same);
      });
      yield {
        page: areaPage(edition, area, resource, alternates),
        mirror: areaMirror(edition, area, resource),
      };
    }
  }
  for (const [at, term] of terms.entries()) {
    const alternates = everywhere((other) => {
      const there = has.get(other)!.terms.get(term.id);
      return there && other.pathOf(there);
    });
    yield {
      page: termPage(edition, at, alternates),
      mirror: termMirror(edition, term),
      changed: changeOf(term),
      isEntry: true,
    };
  }
  yield {page: searchPage(edition)};
  if (!edition.prefix) yield {page: notFoundPage(edition)};
}

const sameResource = (
  {resources = []}: Area,
  {number}: Resource,
): Resource | undefined =>
  resources.find((resource) => resource.number === number);
