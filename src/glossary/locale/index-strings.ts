/** The strings of `<term-index>`: English, and a file for each other language. */
import english from './index-languages/en.js';
import type {IndexStrings} from './locale-strings.js';
import type {StringSet} from './string-set.js';

export const INDEX_STRINGS: StringSet<IndexStrings> = {
  english,
  languages: {
    ar: () => import('./index-languages/ar.js'),
    bn: () => import('./index-languages/bn.js'),
    cs: () => import('./index-languages/cs.js'),
    de: () => import('./index-languages/de.js'),
    el: () => import('./index-languages/el.js'),
    es: () => import('./index-languages/es.js'),
    fa: () => import('./index-languages/fa.js'),
    fr: () => import('./index-languages/fr.js'),
    he: () => import('./index-languages/he.js'),
    hi: () => import('./index-languages/hi.js'),
    id: () => import('./index-languages/id.js'),
    it: () => import('./index-languages/it.js'),
    ja: () => import('./index-languages/ja.js'),
    ko: () => import('./index-languages/ko.js'),
    nl: () => import('./index-languages/nl.js'),
    pl: () => import('./index-languages/pl.js'),
    pt: () => import('./index-languages/pt-PT.js'),
    'pt-br': () => import('./index-languages/pt-BR.js'),
    ru: () => import('./index-languages/ru.js'),
    th: () => import('./index-languages/th.js'),
    tr: () => import('./index-languages/tr.js'),
    uk: () => import('./index-languages/uk.js'),
    vi: () => import('./index-languages/vi.js'),
    'zh-hans': () => import('./index-languages/zh-Hans.js'),
    'zh-hant': () => import('./index-languages/zh-Hant.js'),
  },
};
