/**
 * What `import … from 'term-elements/glossary.json'` is to TypeScript: the
 * bundled glossary. Only the declaration of this module is published.
 */
import type {Glossary} from './types.js';

const glossary = undefined as unknown as Glossary;
export default glossary;
