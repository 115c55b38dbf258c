import type {IndexStrings} from '../locale-strings.js';

const ptBR: IndexStrings = {
  indexSearch: 'Pesquisar no glossário',
  indexResults: 'Resultados: {}',
  indexNoResults: 'Nenhum verbete corresponde a {}.',
  indexNearest: 'Você quis dizer:',
  indexMore: 'Mostrar mais',
  indexLetters: 'Letras',
  indexEntries: 'Verbetes: {}',
  indexKind: 'Tipo',
  indexArea: 'Tema',
  indexTag: 'Etiqueta',
  indexDifficulty: 'Dificuldade',
  indexAll: 'Tudo',
};

export default ptBR;
