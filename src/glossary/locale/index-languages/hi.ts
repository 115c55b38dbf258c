import type {IndexStrings} from '../locale-strings.js';

const hi: IndexStrings = {
  indexSearch: 'शब्दावली में खोजें',
  indexResults: 'परिणाम: {}',
  indexNoResults: '{} से मेल खाती कोई प्रविष्टि नहीं मिली।',
  indexNearest: 'क्या आपका मतलब था:',
  indexMore: 'और दिखाएँ',
  indexLetters: 'अक्षर',
  indexEntries: 'प्रविष्टियाँ: {}',
  indexKind: 'प्रकार',
  indexArea: 'विषय',
  indexTag: 'टैग',
  indexDifficulty: 'कठिनाई',
  indexAll: 'सभी',
};

export default hi;
