/** What pages load that are not in English, or have strings of their own. */
import {isObject} from '../glossary/json-shapes.js';
import {tagKey} from '../glossary/language-tags.js';
import {loadPart} from '../glossary/load-part.js';
import {fittingTags, holesOf, localeOf} from '../glossary/locale/choose.js';
import {LANGUAGES} from '../glossary/locale/languages.js';
import {english, type Locale} from '../glossary/locale/locale.js';
import type {
  OwnStrings,
  StringName,
} from '../glossary/locale/locale-strings.js';
import type {Languages, StringSet} from '../glossary/locale/string-set.js';
import {warnOnce} from '../glossary/warnings.js';
import {whenRetryMakesSense} from './use-part.js';

/** Loads strings of a language: those of most elements, or of a set. */
type Load = Languages<OwnStrings>[string];

/** Chooses the strings for a language, and loads them. */
export class LocaleChooser {
  readonly #known = new Map<string, OwnStrings>([['en', english]]);
  readonly #own = new Map<string, OwnStrings>();
  readonly #requests = new Map<Load, Promise<void>>();
  readonly #loaded = new Set<Load>();
  /** What could not be loaded: it is English until another try makes sense. */
  readonly #failed = new Set<Load>();

  /**
   * @param given Strings that the page gives; they are taken out of the list.
   * @param sets Those of elements that few pages have, as far as these have come.
   * @param changed Called when a language has come, or its strings have been replaced.
   */
  constructor(
    readonly given: (readonly [language: string, strings: OwnStrings])[],
    readonly sets: ReadonlySet<StringSet>,
    readonly changed: () => void,
  ) {
    this.takeGiven();
  }

  takeGiven(): void {
    for (const [language, strings] of this.given.splice(0)) {
      const tag = tagKey(language);
      const right = this.#rightOf(language, strings);
      this.#own.set(tag, {...this.#own.get(tag), ...right});
    }
    this.changed();
  }

  /** Checks the strings that the page has for an element whose code has come. */
  takeSet(): void {
    for (const [tag, strings] of this.#own)
      this.#own.set(tag, this.#rightOf(tag, strings));
  }

  choose(language: string): Locale {
    const tag = tagFor(language);
    const missing = this.#loadsOf(tag).filter(
      (load) => !this.#loaded.has(load),
    );
    for (const load of missing) void this.#request(tag!, load);
    return localeOf(
      language,
      (key) => this.#own.get(key),
      (key) => this.#known.get(key),
      missing.some((load) => !this.#failed.has(load)),
    );
  }

  /** Resolves when the strings for a language have loaded, or failed to. */
  async ready(language: string): Promise<void> {
    const tag = tagFor(language);
    await Promise.all(
      this.#loadsOf(tag).map((load) => this.#request(tag!, load)),
    );
  }

  #loadsOf(tag: string | undefined): readonly Load[] {
    return tag === undefined
      ? []
      : [LANGUAGES, ...[...this.sets].map(({languages}) => languages)].flatMap(
          (languages: Languages<OwnStrings>) => languages[tag] ?? [],
        );
  }

  #request(tag: string, load: Load): Promise<void> {
    let request = this.#requests.get(load);
    if (!request) this.#requests.set(load, (request = this.#load(tag, load)));
    return request;
  }

  async #load(tag: string, load: Load): Promise<void> {
    try {
      const {default: strings} = await loadPart(load);
      this.#known.set(tag, {...this.#known.get(tag), ...strings});
      this.#loaded.add(load);
    } catch {
      this.#failed.add(load);
      whenRetryMakesSense(() => {
        this.#requests.delete(load);
        this.#failed.delete(load);
        this.changed();
      });
    }
    this.changed();
  }

  /** The strings that can be used, with a warning for each of the others. */
  #rightOf(language: string, strings: unknown): OwnStrings {
    const report = (fault: string) => {
      warnOnce('locale-strings', `setLocaleStrings('${language}'): ${fault}`);
    };
    if (!isTag(language)) report(`"${language}" is not a language tag`);
    if (!isObject(strings)) report('expected an object of texts');
    const right = Object.entries(Object(strings) as object).filter(
      ([name, text]) => {
        const fault = faultOf(name, text, !this.sets.size);
        if (fault) report(fault);
        return !fault;
      },
    );
    return Object.fromEntries(right) as OwnStrings;
  }
}

/** The tag of the strings that fit a language; `undefined` if there are none. */
const tagFor = (language: string): string | undefined =>
  fittingTags(language).find((tag) => Object.hasOwn(LANGUAGES, tag));

const isTag = (language: string): boolean => {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-')).length > 0;
  } catch {
    return false;
  }
};

/** Names of the strings of `<term-index>`, which come with its code. */
const OF_INDEX = /^index[A-Z]/;

const faultOf = (
  name: string,
  text: unknown,
  isEarly: boolean,
): string | undefined => {
  const isKnown =
    Object.hasOwn(english, name) || (isEarly && OF_INDEX.test(name));
  if (name === 'language' || !isKnown) return `there is no string "${name}"`;
  if (typeof text !== 'string') return `"${name}" is not a text`;
  if (!text.trim()) return `"${name}" is empty`;
  const missing = holesOf(
    (english as OwnStrings)[name as StringName] ?? '',
  ).find((hole) => !text.includes(hole));
  return missing && `"${name}" has no ${missing}, where a value goes`;
};
