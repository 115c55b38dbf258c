/**
 * The strings of the elements at a place in a page. English is here; what
 * chooses another language, and each language, are chunks of their own.
 */
import type {ReactiveController, ReactiveElement} from 'lit';
import {loadPart} from '../glossary/load-part.js';
import {english, ENGLISH, type Locale} from '../glossary/locale/locale.js';
import type {
  OwnStrings,
  StringName,
} from '../glossary/locale/locale-strings.js';
import type {StringSet} from '../glossary/locale/string-set.js';
import {languageOf} from './language.js';
import type {LocaleChooser} from './locale-chooser.js';
import {whenRetryMakesSense} from './use-part.js';

/**
 * How long the space of a string stays empty at most, in milliseconds; then it
 * is English.
 */
const LONGEST_GAP = 1000;

const listeners = new Set<() => void>();
/** By the language of a place; a page has few. */
const locales = new Map<string, Locale>();
/** Languages that did not come in time. */
const late = new Set<string>();
/** What the page gives, in the order in which it was given. */
const given: (readonly [language: string, strings: OwnStrings])[] = [];
/** Strings of elements that few pages have, by the elements that have come. */
const sets = new Set<StringSet>();

let chooser: LocaleChooser | undefined;
let loading: Promise<void> | undefined;

const changed = (): void => {
  locales.clear();
  for (const listener of listeners) listener();
};

/** Calls back whenever strings have come or have been replaced. */
export const followLocales = (callback: () => void): (() => void) => {
  listeners.add(callback);
  return () => listeners.delete(callback);
};

/** Loads what chooses a language; if it cannot be loaded, all is English until another try makes sense. */
const load = (): Promise<void> =>
  (loading ??= loadPart(() => import('./locale-chooser.js')).then(
    (part) => {
      chooser = new part.LocaleChooser(given, sets, changed);
      changed();
    },
    () => {
      changed();
      whenRetryMakesSense(() => {
        loading = undefined;
        changed();
      });
    },
  ));

const choose = (language: string): Locale => {
  if (chooser) return chooser.choose(language);
  if (!language || /^en\b/i.test(language)) return {...ENGLISH, language};
  void load();
  return {
    language,
    strings: english,
    english: new Set(Object.keys(english) as StringName[]),
    isPending: true,
  };
};

/**
 * The strings for a language, as far as they are there; what is not is
 * requested.
 *
 * @param language BCP 47 tag; empty for a page that says none.
 */
export const localeFor = (language: string): Locale => {
  let locale = locales.get(language);
  if (!locale) {
    locale = choose(language);
    if (locale.isPending) {
      if (late.has(language)) locale = {...locale, isPending: false};
      else
        setTimeout(() => {
          late.add(language);
          changed();
        }, LONGEST_GAP);
    }
    locales.set(language, locale);
  }
  return locale;
};

/** The strings for a language, once they have loaded. */
export const localeReady = async (language: string): Promise<Locale> => {
  await load();
  await chooser?.ready(language);
  return localeFor(language);
};

/**
 * Replaces strings of the elements, or adds a language. Elements that are on
 * screen are updated; prerendered content stays as it is.
 *
 * @param language BCP 47 tag. The strings are also for its regions and scripts
 *     that have none of their own.
 * @param strings By name; what is left out is as it was, or English. `{}` is
 *     where a value goes.
 */
export const setLocaleStrings = (
  language: string,
  strings: OwnStrings,
): void => {
  given.push([language, strings]);
  if (chooser) chooser.takeGiven();
  else void load();
};

/** Adds the strings of an element that few pages have; once for each set. */
export const addStrings = (set: StringSet): void => {
  if (sets.has(set)) return;
  sets.add(set);
  Object.assign(english, set.english);
  chooser?.takeSet();
  changed();
};

/**
 * The strings of an element, in the language around it. The element is updated
 * when they change.
 */
export class LocaleController implements ReactiveController {
  current: Locale = ENGLISH;
  #unfollow: (() => void) | undefined;

  /** @param isNeeded Whether the element is going to show strings: their language is requested beside the data. */
  constructor(
    readonly host: ReactiveElement,
    readonly isNeeded: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#unfollow = followLocales(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unfollow?.();
  }

  hostUpdate(): void {
    if (this.isNeeded()) this.current = localeFor(languageOf(this.host));
  }
}
