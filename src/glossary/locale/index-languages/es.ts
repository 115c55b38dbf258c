import type {IndexStrings} from '../locale-strings.js';

const es: IndexStrings = {
  indexSearch: 'Buscar en el glosario',
  indexResults: 'Resultados: {}',
  indexNoResults: 'Ninguna entrada coincide con {}.',
  indexNearest: 'Quizás quiso decir:',
  indexMore: 'Mostrar más',
  indexLetters: 'Letras',
  indexEntries: 'Entradas: {}',
  indexKind: 'Tipo',
  indexArea: 'Tema',
  indexTag: 'Etiqueta',
  indexDifficulty: 'Dificultad',
  indexAll: 'Todo',
};

export default es;
