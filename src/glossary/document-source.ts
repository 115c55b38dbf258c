import {checkShape} from './check-shape.js';
import {GlossaryIndex} from './glossary-index.js';
import type {AreaRequest, Entry, GlossarySource} from './source.js';

/** The answers of one document that is in memory; never a promise. */
export class DocumentSource implements GlossarySource {
  readonly #index: GlossaryIndex;

  /**
   * @param document A parsed glossary document, of any provenance.
   * @param label What it is, for messages.
   * @param origin Address that it was loaded from.
   * @throws {GlossaryFormatError} When nothing can be looked up in it.
   */
  constructor(
    document: unknown,
    readonly label = 'glossary object',
    origin?: string,
  ) {
    this.#index = new GlossaryIndex(checkShape(document, label), origin);
  }

  entry(reference: string) {
    return this.#index.entry(reference);
  }

  named(name: string): readonly Entry[] {
    return this.#index.named(name).map((term) => this.#index.entryOf(term));
  }

  areaPage(request: AreaRequest) {
    return this.#index.areaPage(request);
  }
}

const known = new WeakMap<object, DocumentSource>();

/** The source of a document; one index however many elements are given it. */
export const documentSource = (
  document: object,
  label?: string,
): DocumentSource => {
  let source = known.get(document);
  if (!source)
    known.set(document, (source = new DocumentSource(document, label)));
  return source;
};
