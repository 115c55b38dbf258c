import type {IndexStrings} from '../locale-strings.js';

const cs: IndexStrings = {
  indexSearch: 'Hledat v glosáři',
  indexResults: 'Výsledky: {}',
  indexNoResults: 'Dotazu {} neodpovídá žádné heslo.',
  indexNearest: 'Měli jste na mysli:',
  indexMore: 'Zobrazit další',
  indexLetters: 'Písmena',
  indexEntries: 'Hesla: {}',
  indexKind: 'Druh',
  indexArea: 'Téma',
  indexTag: 'Štítek',
  indexDifficulty: 'Obtížnost',
  indexAll: 'Vše',
};

export default cs;
