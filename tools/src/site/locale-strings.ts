/** What the pages of a site say themselves; the rest is the glossary's. */
import {languageChain} from 'term-elements/glossary';

export interface SiteWords {
  /** Tag of these words. */
  readonly language: string;
  readonly home: string;
  readonly allTerms: string;
  readonly areas: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly searchResults: string;
  readonly searchNeedsScript: string;
  readonly noResults: string;
  readonly searchFailed: string;
  readonly skip: string;
  readonly recent: string;
  readonly inAreas: string;
  readonly referredBy: string;
  readonly previous: string;
  readonly next: string;
  readonly languages: string;
  readonly markdown: string;
  readonly firstPublished: string;
  readonly pages: string;
  readonly page: string;
  readonly other: string;
  readonly letters: string;
  readonly moved: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly publishedBy: string;
  readonly terms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
}

const en: SiteWords = {
  language: 'en',
  home: 'Home',
  allTerms: 'All terms',
  areas: 'Areas',
  search: 'Search',
  searchLabel: 'Search the glossary',
  searchResults: 'Search results',
  searchNeedsScript:
    'Searching needs JavaScript. Without it, the letters lead to every term.',
  noResults: 'No term found.',
  searchFailed:
    'The search could not be loaded. The letters lead to every term.',
  skip: 'Skip to content',
  recent: 'New and revised',
  inAreas: 'In these areas',
  referredBy: 'Referred to by',
  previous: 'Previous',
  next: 'Next',
  languages: 'In other languages',
  markdown: 'This page as Markdown',
  firstPublished: 'First published at',
  pages: 'Pages',
  page: 'Page',
  other: 'Digits and signs',
  letters: 'By letter',
  moved: 'This entry has another address now:',
  notFound: 'There is no such page',
  notFoundText:
    'It may have moved, or never been. A search or the letters may lead to what you look for.',
  publishedBy: 'Published by',
  terms: {one: '{} term', other: '{} terms'},
};

const de: SiteWords = {
  language: 'de',
  home: 'Start',
  allTerms: 'Alle Begriffe',
  areas: 'Themen',
  search: 'Suche',
  searchLabel: 'Im Glossar suchen',
  searchResults: 'Suchergebnisse',
  searchNeedsScript:
    'Die Suche braucht JavaScript. Ohne es führen die Buchstaben zu jedem Begriff.',
  noResults: 'Kein Begriff gefunden.',
  searchFailed:
    'Die Suche konnte nicht geladen werden. Die Buchstaben führen zu jedem Begriff.',
  skip: 'Zum Inhalt',
  recent: 'Neu und überarbeitet',
  inAreas: 'In diesen Themen',
  referredBy: 'Darauf verweisen',
  previous: 'Voriger',
  next: 'Nächster',
  languages: 'In anderen Sprachen',
  markdown: 'Diese Seite als Markdown',
  firstPublished: 'Zuerst erschienen unter',
  pages: 'Seiten',
  page: 'Seite',
  other: 'Ziffern und Zeichen',
  letters: 'Nach Buchstaben',
  moved: 'Dieser Eintrag hat jetzt eine andere Adresse:',
  notFound: 'Diese Seite gibt es nicht',
  notFoundText:
    'Vielleicht ist sie umgezogen, vielleicht gab es sie nie. Die Suche oder die Buchstaben führen weiter.',
  publishedBy: 'Herausgegeben von',
  terms: {one: '{} Begriff', other: '{} Begriffe'},
};

const es: SiteWords = {
  language: 'es',
  home: 'Inicio',
  allTerms: 'Todos los términos',
  areas: 'Temas',
  search: 'Buscar',
  searchLabel: 'Buscar en el glosario',
  searchResults: 'Resultados',
  searchNeedsScript:
    'La búsqueda necesita JavaScript. Sin él, las letras llevan a cada término.',
  noResults: 'Ningún término encontrado.',
  searchFailed:
    'No se pudo cargar la búsqueda. Las letras llevan a cada término.',
  skip: 'Ir al contenido',
  recent: 'Nuevos y revisados',
  inAreas: 'En estos temas',
  referredBy: 'Lo mencionan',
  previous: 'Anterior',
  next: 'Siguiente',
  languages: 'En otros idiomas',
  markdown: 'Esta página en Markdown',
  firstPublished: 'Publicado primero en',
  pages: 'Páginas',
  page: 'Página',
  other: 'Cifras y signos',
  letters: 'Por letra',
  moved: 'Esta entrada tiene ahora otra dirección:',
  notFound: 'Esta página no existe',
  notFoundText:
    'Quizá se ha movido, quizá nunca existió. La búsqueda o las letras pueden ayudar.',
  publishedBy: 'Publicado por',
  terms: {one: '{} término', other: '{} términos'},
};

const KNOWN = new Map([en, de, es].map((words) => [words.language, words]));

/** The words for pages in a language; English where there are none. */
export const wordsFor = (language: string): SiteWords => {
  for (const tag of languageChain(language)) {
    const words = KNOWN.get(tag);
    if (words) return words;
  }
  return en;
};

/** `130 terms`, in the plural of the language. */
export const countTerms = (
  {language, terms}: SiteWords,
  count: number,
): string =>
  (terms[new Intl.PluralRules(language).select(count)] ?? terms.other!).replace(
    '{}',
    count.toLocaleString(language),
  );
