import type {IndexStrings} from '../locale-strings.js';

const de: IndexStrings = {
  indexSearch: 'Glossar durchsuchen',
  indexResults: 'Ergebnisse: {}',
  indexNoResults: 'Kein Eintrag zu {}.',
  indexNearest: 'Meinten Sie:',
  indexMore: 'Mehr anzeigen',
  indexLetters: 'Buchstaben',
  indexEntries: 'Einträge: {}',
  indexKind: 'Art',
  indexArea: 'Thema',
  indexTag: 'Schlagwort',
  indexDifficulty: 'Schwierigkeit',
  indexAll: 'Alle',
};

export default de;
