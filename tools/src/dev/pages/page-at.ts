import type {PreviewState} from '../preview.js';
import {areaPage, areasPage} from './area-pages.js';
import {findingsPage} from './findings-page.js';
import {frame, type PageParts, type View} from './frame.js';
import {indexPage} from './index-page.js';
import {termPage} from './term-page.js';

const PAGES: Readonly<
  Record<
    string,
    (
      state: PreviewState,
      view: View,
      query: URLSearchParams,
    ) => PageParts | undefined
  >
> = {
  '/': indexPage,
  '/term': termPage,
  '/areas': areasPage,
  '/area': areaPage,
  '/findings': findingsPage,
};

/** The page of an address; one that asks for an entry which is not there says so. */
export const pageAt = (
  {pathname, searchParams: query}: URL,
  state: PreviewState,
): {readonly status: number; readonly html: string} | undefined => {
  const page = Object.hasOwn(PAGES, pathname) ? PAGES[pathname] : undefined;
  if (!page) return undefined;
  const view: View = {
    language: query.get('lang') || undefined,
    isBilingual: query.has('bilingual'),
  };
  const parts = page(state, view, query);
  return {
    status: parts ? 200 : 404,
    html: frame(state, view, parts ?? indexPage(state, view)),
  };
};
