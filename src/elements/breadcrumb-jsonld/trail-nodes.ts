import type {AreaPage, Entry} from '../../glossary/source.js';
import {derivedTrail, type TrailStep} from '../../glossary/trail.js';
import {
  buildBreadcrumbList,
  buildDerivedTrail,
} from '../../structured-data/breadcrumb-list.js';
import type {HostPage} from '../../structured-data/page-role.js';

/** The nodes of a trail: the author's, or that of what a glossary has. */
export const build = (
  trail: readonly TrailStep[] | AreaPage | Entry,
  host: HostPage,
) => [
  'glossary' in trail
    ? buildDerivedTrail(derivedTrail(trail, host.locale), host)
    : buildBreadcrumbList(trail, host.base, host.address),
];
