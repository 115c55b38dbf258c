import {GlossaryLoadError} from '../load-error.js';
import type {GlossarySource} from '../source.js';

/**
 * Stands for several glossaries with one `integrity`: it fails every request
 * and says why nothing was loaded.
 */
export const sharedPromise = (
  layers: readonly GlossarySource[],
  integrity: string,
): GlossarySource => {
  const label = layers.map((layer) => layer.label).join(', ');
  const fail = (): Promise<never> =>
    Promise.reject(
      new GlossaryLoadError(
        'integrity',
        label,
        `expected one address beside integrity="${integrity}", received ${layers.length}; ` +
          'give each a <link rel="glossary" href="…" integrity="…"> of its own, or a <term-glossary src="…" integrity="…">',
      ),
    );
  return {label, entry: fail, named: fail, areaPage: fail, vocabulary: fail};
};
