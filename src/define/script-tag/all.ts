/**
 * What `cdn/all.js` is: registers the elements that a page has. Their code is
 * loaded when their tag is there, at once and in parallel with their data, so
 * that a page loads what it uses (docs/decisions/0035-elements-by-tag.md).
 */
import {loadPart} from '../../glossary/load-part.js';
import {reportError} from '../../page/report-error.js';
import {TagWatch} from '../../page/tag-watch.js';
import {whenRetryMakesSense} from '../../page/use-part.js';
import '../bundled-glossary.js';
export {setLocaleStrings} from '../../page/locale.js';
import {askAhead} from './ask-ahead.js';

const LOADS: Readonly<Record<string, () => Promise<unknown>>> = {
  'term-glossary': () => import('../own-glossary/term-glossary.js'),
  'term-card': () => import('../own-glossary/term-card.js'),
  'term-area': () => import('../own-glossary/term-area.js'),
  'term-figure': () => import('../own-glossary/term-figure.js'),
  'term-index': () => import('../own-glossary/term-index.js'),
  'faq-block': () => import('../own-glossary/faq-block.js'),
  'breadcrumb-jsonld': () => import('../own-glossary/breadcrumb-jsonld.js'),
  'term-tip': () => import('../own-glossary/term-tip.js'),
  'term-linker': () => import('../own-glossary/term-linker.js'),
  'term-settings': () => import('../own-glossary/term-settings.js'),
};

/** Loads the code of the elements that a document has, and of those that come. */
const defineAsFound = (document: Document): void => {
  const loading = new Set<string>();
  const watch = new TagWatch(Object.keys(LOADS), (element) => {
    askAhead(element);
    void load(element.localName, element);
  });

  /** Without its code, an element is what the author wrote. */
  const load = async (tag: string, first: HTMLElement): Promise<void> => {
    if (loading.has(tag)) return;
    loading.add(tag);
    try {
      await loadPart(LOADS[tag]!);
      watch.forget(tag);
    } catch (error) {
      loading.delete(tag);
      reportError(first, '', error);
      whenRetryMakesSense(() => void load(tag, first));
    }
  };

  watch.watch(document);
};

// A server that imports it has none.
if (globalThis.document) defineAsFound(document);
