/** What pages load that are not in English, or have strings of their own. */
import {isObject} from '../glossary/json-shapes.js';
import {tagKey} from '../glossary/language-tags.js';
import {loadPart} from '../glossary/load-part.js';
import {fittingTags, holesOf, localeOf} from '../glossary/locale/choose.js';
import {LANGUAGES} from '../glossary/locale/languages.js';
import english from '../glossary/locale/languages/en.js';
import type {Locale} from '../glossary/locale/locale.js';
import type {
  LocaleStrings,
  OwnStrings,
  StringName,
} from '../glossary/locale/locale-strings.js';
import {warnOnce} from '../glossary/warnings.js';
import {whenRetryMakesSense} from './use-part.js';

/** Chooses the strings for a language, and loads them. */
export class LocaleChooser {
  readonly #known = new Map<string, LocaleStrings>([['en', english]]);
  readonly #own = new Map<string, OwnStrings>();
  /** By the tag of a language that has been requested. */
  readonly #requests = new Map<string, Promise<void>>();
  /** Languages that could not be loaded: they are English until another try makes sense. */
  readonly #failed = new Set<string>();

  /**
   * @param given Strings that the page gives; they are taken out of the list.
   * @param changed Called when a language has come, or its strings have been replaced.
   */
  constructor(
    readonly given: (readonly [language: string, strings: OwnStrings])[],
    readonly changed: () => void,
  ) {
    this.takeGiven();
  }

  takeGiven(): void {
    for (const [language, strings] of this.given.splice(0)) {
      const tag = tagKey(language);
      const right = rightOf(language, strings);
      this.#own.set(tag, {...this.#own.get(tag), ...right});
    }
    this.changed();
  }

  choose(language: string): Locale {
    const tag = tagFor(language);
    const isMissing = tag !== undefined && !this.#known.has(tag);
    if (isMissing) void this.#request(tag);
    return localeOf(
      language,
      (key) => this.#own.get(key),
      (key) => this.#known.get(key),
      isMissing && !this.#failed.has(tag),
    );
  }

  /** Resolves when the strings for a language have loaded, or failed to. */
  async ready(language: string): Promise<void> {
    const tag = tagFor(language);
    if (tag !== undefined) await this.#request(tag);
  }

  #request(tag: string): Promise<void> {
    let request = this.#requests.get(tag);
    if (!request) this.#requests.set(tag, (request = this.#load(tag)));
    return request;
  }

  async #load(tag: string): Promise<void> {
    try {
      const {default: strings} = await loadPart(LANGUAGES[tag]!);
      this.#known.set(tag, strings);
    } catch {
      this.#failed.add(tag);
      whenRetryMakesSense(() => {
        this.#requests.delete(tag);
        this.#failed.delete(tag);
        this.changed();
      });
    }
    this.changed();
  }
}

/** The tag of the strings that fit a language; `undefined` if there are none. */
const tagFor = (language: string): string | undefined =>
  fittingTags(language).find((tag) => Object.hasOwn(LANGUAGES, tag));

/** The strings that can be used, with a warning for each of the others. */
const rightOf = (language: string, strings: unknown): OwnStrings => {
  const report = (fault: string) => {
    warnOnce('locale-strings', `setLocaleStrings('${language}'): ${fault}`);
  };
  if (!isTag(language)) report(`"${language}" is not a language tag`);
  if (!isObject(strings)) report('expected an object of texts');
  const right = Object.entries(Object(strings) as object).filter(
    ([name, text]) => {
      const fault = faultOf(name, text);
      if (fault) report(fault);
      return !fault;
    },
  );
  return Object.fromEntries(right) as OwnStrings;
};

const isTag = (language: string): boolean => {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-')).length > 0;
  } catch {
    return false;
  }
};

const faultOf = (name: string, text: unknown): string | undefined => {
  if (name === 'language' || !Object.hasOwn(english, name))
    return `there is no string "${name}"`;
  if (typeof text !== 'string') return `"${name}" is not a text`;
  if (!text.trim()) return `"${name}" is empty`;
  const missing = holesOf(english[name as StringName]).find(
    (hole) => !text.includes(hole),
  );
  return missing && `"${name}" has no ${missing}, where a value goes`;
};
