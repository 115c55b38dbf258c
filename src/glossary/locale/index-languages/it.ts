import type {IndexStrings} from '../locale-strings.js';

const it: IndexStrings = {
  indexSearch: 'Cerca nel glossario',
  indexResults: 'Risultati: {}',
  indexNoResults: 'Nessuna voce corrisponde a {}.',
  indexNearest: 'Forse cercavi:',
  indexMore: 'Mostra altro',
  indexLetters: 'Lettere',
  indexEntries: 'Voci: {}',
  indexKind: 'Tipo',
  indexArea: 'Tema',
  indexTag: 'Etichetta',
  indexDifficulty: 'Difficoltà',
  indexAll: 'Tutto',
};

export default it;
