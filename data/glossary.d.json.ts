/** What `npm run glossary` makes: to the compiler, a glossary of any content. */
import type {Glossary} from '../src/glossary/types.js';

declare const glossary: Glossary;
export default glossary;
