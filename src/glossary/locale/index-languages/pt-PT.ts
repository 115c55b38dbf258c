import type {IndexStrings} from '../locale-strings.js';

const ptPT: IndexStrings = {
  indexSearch: 'Procurar no glossário',
  indexResults: 'Resultados: {}',
  indexNoResults: 'Nenhuma entrada corresponde a {}.',
  indexNearest: 'Será que quis dizer:',
  indexMore: 'Mostrar mais',
  indexLetters: 'Letras',
  indexEntries: 'Entradas: {}',
  indexKind: 'Tipo',
  indexArea: 'Tema',
  indexTag: 'Etiqueta',
  indexDifficulty: 'Dificuldade',
  indexAll: 'Tudo',
};

export default ptPT;
