/** What `import … from 'term-elements/glossary.json'` is to TypeScript: the bundled glossary. */
import type {Glossary} from './types.js';

declare const glossary: Glossary;
export default glossary;
