import type {IndexStrings} from '../locale-strings.js';

const fa: IndexStrings = {
  indexSearch: 'جستجو در واژه‌نامه',
  indexResults: 'نتایج: {}',
  indexNoResults: 'هیچ مدخلی با {} مطابقت ندارد.',
  indexNearest: 'منظورتان این بود:',
  indexMore: 'نمایش بیشتر',
  indexLetters: 'حروف',
  indexEntries: 'مدخل‌ها: {}',
  indexKind: 'نوع',
  indexArea: 'موضوع',
  indexTag: 'برچسب',
  indexDifficulty: 'سطح دشواری',
  indexAll: 'همه',
};

export default fa;
