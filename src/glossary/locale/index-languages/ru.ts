import type {IndexStrings} from '../locale-strings.js';

const ru: IndexStrings = {
  indexSearch: 'Поиск по глоссарию',
  indexResults: 'Результаты: {}',
  indexNoResults: 'По запросу {} ничего не найдено.',
  indexNearest: 'Возможно, вы имели в виду:',
  indexMore: 'Показать ещё',
  indexLetters: 'Буквы',
  indexEntries: 'Статьи: {}',
  indexKind: 'Вид',
  indexArea: 'Тема',
  indexTag: 'Метка',
  indexDifficulty: 'Сложность',
  indexAll: 'Все',
};

export default ru;
