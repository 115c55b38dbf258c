/** Versioned: a later format gets another key, and this one stays as it is. */
export const STORAGE_KEY = 'term-elements.preferences.1';
