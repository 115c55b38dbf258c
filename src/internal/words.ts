/** What the elements say themselves; the rest is the glossary's. */
export const words = {
  breadcrumb: 'Breadcrumb',
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  resource: 'Resource',
  page: 'Page',
  seeAlso: 'See also',
  sources: 'Sources',
  reviewed: 'Reviewed',
  difficulty: 'Difficulty',
  by: 'By',
  deprecated: 'No longer used.',
  deprecatedUse: 'No longer used; see',
} as const;
