import type {IndexStrings} from '../locale-strings.js';

const nl: IndexStrings = {
  indexSearch: 'Zoeken in de begrippenlijst',
  indexResults: 'Resultaten: {}',
  indexNoResults: 'Geen begrip gevonden voor {}.',
  indexNearest: 'Bedoelde je:',
  indexMore: 'Meer tonen',
  indexLetters: 'Alfabet',
  indexEntries: 'Begrippen: {}',
  indexKind: 'Soort',
  indexArea: 'Onderwerp',
  indexTag: 'Trefwoord',
  indexDifficulty: 'Moeilijkheidsgraad',
  indexAll: 'Alle',
};

export default nl;
