import type {IndexStrings} from '../locale-strings.js';

const ar: IndexStrings = {
  indexSearch: 'البحث في المسرد',
  indexResults: 'النتائج: {}',
  indexNoResults: 'لا يوجد مدخل يطابق {}.',
  indexNearest: 'هل تقصد:',
  indexMore: 'عرض المزيد',
  indexLetters: 'الحروف',
  indexEntries: 'المداخل: {}',
  indexKind: 'النوع',
  indexArea: 'الموضوع',
  indexTag: 'الوسم',
  indexDifficulty: 'مستوى الصعوبة',
  indexAll: 'الكل',
};

export default ar;
