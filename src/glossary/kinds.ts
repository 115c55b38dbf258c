import type {GlossaryInfo, Term} from './types.js';

/** What a glossary says of a kind; an object's own names are ordinary kinds. */
export const kindOf = (glossary: GlossaryInfo, kind: string | undefined) =>
  kind !== undefined && glossary.kinds && Object.hasOwn(glossary.kinds, kind)
    ? glossary.kinds[kind]
    : undefined;

/** What stands beside the name: the label of the kind, or the kind itself. */
export const kindLabel = (
  glossary: GlossaryInfo,
  term: Term,
): string | undefined => kindOf(glossary, term.kind)?.label ?? term.kind;
