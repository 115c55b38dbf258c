import type {IndexStrings} from '../locale-strings.js';

const bn: IndexStrings = {
  indexSearch: 'শব্দকোষে খুঁজুন',
  indexResults: 'ফলাফল: {}',
  indexNoResults: '{}-এর সঙ্গে মেলে এমন কোনো ভুক্তি নেই।',
  indexNearest: 'আপনি কি বোঝাতে চেয়েছেন:',
  indexMore: 'আরও দেখান',
  indexLetters: 'বর্ণ',
  indexEntries: 'ভুক্তি: {}',
  indexKind: 'ধরন',
  indexArea: 'বিষয়',
  indexTag: 'ট্যাগ',
  indexDifficulty: 'কঠিনতা',
  indexAll: 'সব',
};

export default bn;
