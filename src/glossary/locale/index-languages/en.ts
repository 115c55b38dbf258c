import type {IndexStrings} from '../locale-strings.js';

const en: IndexStrings = {
  indexSearch: 'Search the glossary',
  indexResults: 'Results: {}',
  indexNoResults: 'No entry matches {}.',
  indexNearest: 'Did you mean:',
  indexMore: 'Show more',
  indexLetters: 'Letters',
  indexEntries: 'Entries: {}',
  indexKind: 'Kind',
  indexArea: 'Area',
  indexTag: 'Tag',
  indexDifficulty: 'Difficulty',
  indexAll: 'All',
};

export default en;
