import {DeferredSource} from './deferred-source.js';
import {isMerging} from './entries.js';
import {GlossaryIndex} from './glossary-index.js';
import {isTranslated} from './language-tags.js';
import {loadPart} from './load-part.js';
import {isPlainGlossary} from './quick-check.js';
import type {
  AreaRequest,
  Entry,
  GlossarySource,
  TermChanges,
} from './source.js';
import type {Glossary} from './types.js';
import {warnOnce} from './warnings.js';

/** The methods that few pages use. */
const loadExtras = () => loadPart(() => import('./document-extras.js'));

/** The source of one document in memory; it returns entries synchronously. */
export class DocumentSource implements GlossarySource {
  readonly immediate = true;
  readonly #index: GlossaryIndex;
  readonly #views = new Map<string, GlossarySource>();

  /**
   * @param label What it is, for messages.
   * @param origin Address that it was loaded from.
   */
  constructor(
    readonly glossary: Glossary,
    readonly label = 'glossary object',
    readonly origin?: string,
  ) {
    // Changes of a layer below are not entries.
    const terms = glossary.terms.filter((term) => !isMerging(term));
    const isWhole = terms.length === glossary.terms.length;
    this.#index = new GlossaryIndex(
      isWhole ? glossary : {...glossary, terms},
      origin,
    );
  }

  changes(): TermChanges {
    const {glossary, origin} = this;
    const terms = (glossary.terms as readonly object[]).filter(isMerging);
    return {glossary, origin, terms};
  }

  /** Builds the indexes ahead of the first request, in slices. */
  prepare(): Generator<void, void> {
    return this.#index.prepare();
  }

  entry(reference: string) {
    return this.#index.entry(reference);
  }

  /** Only requests by name need the index of names. */
  async named(name: string): Promise<readonly Entry[]> {
    const {namesReady, termsNamed} = await loadExtras();
    await namesReady(this.#index.glossary);
    return termsNamed(this.#index.glossary, name).map((term) =>
      this.#index.entryOf(term),
    );
  }

  areaPage(request: AreaRequest) {
    return this.#index.areaPage(request);
  }

  async vocabulary() {
    const {glossaryVocabulary} = await loadExtras();
    return glossaryVocabulary(this.#index.glossary);
  }

  /** The source itself if the document has no texts in the language. */
  in(language: string): GlossarySource {
    let view = this.#views.get(language);
    if (!view) {
      view = isTranslated(this.glossary, language)
        ? this.#translated(language)
        : this;
      this.#views.set(language, view);
    }
    return view;
  }

  /** Only readers of another language need the code that translates. */
  #translated(language: string): GlossarySource {
    let view: GlossarySource | undefined;
    return new DeferredSource(
      this.label,
      (question) =>
        view
          ? question(view)
          : loadExtras().then(({LocalizedDocument}) => {
              const {label} = this;
              view ??= new LocalizedDocument(this.#index, language, label);
              return question(view);
            }),
      this,
    );
  }
}

/** A source whose every request fails with the same error. */
export const faultySource = (
  label: string,
  explain: () => Error,
): GlossarySource => {
  const fail = (): Promise<never> => Promise.reject(explain());
  return {label, entry: fail, named: fail, areaPage: fail, vocabulary: fail};
};

/**
 * A document that is not plainly right, or large: it is checked when it is
 * first asked, as one from an address is.
 */
const checkedSource = (document: unknown, label: string): GlossarySource => {
  let source: DocumentSource | undefined;
  const open = async () => {
    const {checkDocument, workInSlices} = await loadPart(
      () => import('./check-document.js'),
    );
    const checked = new DocumentSource(
      await checkDocument(document, label, warnOnce),
      label,
    );
    await workInSlices(checked.prepare());
    return (source = checked);
  };
  let opening: Promise<DocumentSource> | undefined;
  return new DeferredSource(label, (question) => {
    if (source) return question(source);
    opening ??= open().finally(() => (opening = undefined));
    return opening.then(question);
  });
};

/**
 * Whatever value a script has set, the element reports what is wrong with it.
 */
const isPlain = (document: unknown): document is Glossary => {
  try {
    return isPlainGlossary(document);
  } catch {
    return false; // a getter threw; who checks it reports that
  }
};

const known = new WeakMap<object, GlossarySource>();

const openDocument = (document: unknown, label: string): GlossarySource =>
  isPlain(document)
    ? new DocumentSource(document, label)
    : checkedSource(document, label);

/**
 * The source of a parsed document; one index however many elements are given
 * it. Data is checked before it is used, as data from an address is: a faulty
 * entry is left out, and what is not a glossary gives a source that fails with
 * its faults. Data that is plainly right is there at once.
 */
export const documentSource = (
  document: unknown,
  label = 'glossary object',
): GlossarySource => {
  if (typeof document !== 'object' || document === null)
    return openDocument(document, label);
  let source = known.get(document);
  if (!source) known.set(document, (source = openDocument(document, label)));
  return source;
};
