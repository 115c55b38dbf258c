import {warnOnce} from '../glossary/warnings.js';
import {version} from '../page/version.js';

/** Constructors carry the version that defined them, which distinguishes them. */
interface Versioned extends CustomElementConstructor {
  termElementsVersion?: string;
}

/**
 * Registers an element. To do it twice is normal (two copies on one page, a
 * bundle beside a module): the first wins, and only another version is reported.
 */
export const define = (tag: string, element: Versioned): void => {
  const registry = globalThis.customElements as
    CustomElementRegistry | undefined;
  if (!registry) return; // a server without a DOM
  const known = registry.get(tag) as Versioned | undefined;
  if (!known) {
    element.termElementsVersion = version;
    registry.define(tag, element);
  } else if (known.termElementsVersion !== version) {
    warnOnce(
      'version',
      `<${tag}> is version ${known.termElementsVersion}; ${version} is not used. Load one version on a page.`,
    );
  }
};
