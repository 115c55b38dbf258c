import type {IndexStrings} from '../locale-strings.js';

const uk: IndexStrings = {
  indexSearch: 'Пошук у глосарії',
  indexResults: 'Результати: {}',
  indexNoResults: 'За запитом {} нічого не знайдено.',
  indexNearest: 'Можливо, ви мали на увазі:',
  indexMore: 'Показати ще',
  indexLetters: 'Літери',
  indexEntries: 'Статті: {}',
  indexKind: 'Вид',
  indexArea: 'Тема',
  indexTag: 'Мітка',
  indexDifficulty: 'Складність',
  indexAll: 'Усі',
};

export default uk;
