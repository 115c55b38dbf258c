/** The bundled glossary from its sources. */
import {type MathNode, mathTree} from './math.js';
import type {
  SourceArea,
  SourceFile,
  Sources,
  SourceTerm,
  SourceTranslation,
} from './sources.js';

interface Markdown {
  readonly markdown: string;
  readonly math?: Readonly<Record<string, MathNode>>;
}

/** Formulas: `$$…$$` alone in a paragraph, `$…$` in a line. */
const FORMULA = /\$\$([^$]+)\$\$|\$([^$\n]+)\$/g;

/**
 * Makes the document that ships.
 *
 * @throws {AggregateError} With an error for each fault: `path:line: what is wrong`.
 */
export const glossaryDocument = (sources: Sources): object => {
  const faults: string[] = [];
  const {head, areas, translations} = sources;
  const {value: info} = head;
  checkReferences(sources, faults);

  const richText = (markdown: string, place: string): Markdown => {
    const math: Record<string, MathNode> = {};
    const text = markdown.trim().replace(FORMULA, (_, block, inline) => {
      const tex = String(block ?? inline).trim();
      try {
        math[tex] = mathTree(tex, block !== undefined);
      } catch (error) {
        faults.push(`${place}: ${(error as Error).message}`);
      }
      return block === undefined ? `$${tex}$` : `$$${tex}$$`;
    });
    return Object.keys(math).length ? {markdown: text, math} : {markdown: text};
  };

  const byLanguage = <T>(pick: (value: SourceTranslation) => T | undefined) => {
    const all = translations.flatMap(({value}) => {
      const texts = pick(value);
      return texts === undefined ? [] : [[value.language, texts] as const];
    });
    return all.length ? {translations: Object.fromEntries(all)} : {};
  };

  const term = (
    {value: area}: SourceFile<SourceArea>,
    source: SourceTerm,
    place: string,
  ) => {
    const {id, name, kind, summary, definition, example, ...rest} = source;
    const {
      alsoIn = [],
      checks: _checks,
      given: _given,
      reviewed,
      ...fields
    } = rest;
    const text = example
      ? `${definition.trim()}\n\n*Example.* ${example.trim()}`
      : definition;
    return {
      id,
      name,
      kind,
      summary,
      definition: richText(text, place),
      ...fields,
      areas: [area.id, ...alsoIn],
      reviewed: reviewed ?? info.reviewed,
      ...byLanguage(({terms}) => terms[id]),
    };
  };

  const document = {
    $schema: '../dist/glossary.schema.json',
    format: 1,
    name: info.name,
    language: info.language,
    edition: info.edition,
    license: info.license,
    author: info.author,
    publisher: info.publisher,
    kinds: Object.fromEntries(
      Object.entries(info.kinds).map(([kind, label]) => [
        kind,
        {
          label,
          ...byLanguage(({kinds}) => kinds[kind] && {label: kinds[kind]}),
        },
      ]),
    ),
    terms: areas.flatMap((file) =>
      file.value.terms.map((source, index) =>
        term(file, source, file.place('terms', index, 'definition')),
      ),
    ),
    areas: areas.map(({value: {id, name, description, questions}, place}) => ({
      id,
      name,
      description,
      questions: questions.map(({question, answer}, index) => ({
        question,
        answer: richText(answer, place('questions', index, 'answer')),
        ...byLanguage(({areas: texts}) => {
          const own = texts[id]?.questions[question];
          return (
            own && {
              question: own.question,
              answer: richText(own.answer, place('questions', index)),
            }
          );
        }),
      })),
      ...byLanguage(({areas: texts}) => {
        const own = texts[id];
        return own && {name: own.name, description: own.description};
      }),
    })),
  };
  if (faults.length)
    throw new AggregateError(
      faults.map((fault) => new Error(fault)),
      faults.join('\n'),
    );
  return document;
};

/** A document as JSON, with a line for each entry and each area. */
export const documentText = (document: object): string =>
  `{${Object.entries(document)
    .map(([key, value]: readonly [string, unknown]) => {
      const text = Array.isArray(value)
        ? `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
        : JSON.stringify(value);
      return `\n${JSON.stringify(key)}: ${text}`;
    })
    .join(',')}\n}\n`;

/** Ids that a text links to. */
const linksIn = (text = ''): readonly string[] =>
  [...text.matchAll(/\[\[([^\]|]+)/g)].map(([, id]) => id!.trim());

/** Reports names of what does not exist, and ids that stand twice. */
const checkReferences = (
  {areas, translations}: Sources,
  faults: string[],
): void => {
  const places = new Map<string, string>();
  const areaIds = new Set(areas.map(({value}) => value.id));
  for (const {value, place} of areas) {
    value.terms.forEach(({id}, index) => {
      const here = place('terms', index, 'id');
      const other = places.get(id);
      if (other) faults.push(`${here}: "${id}" stands at ${other} too`);
      else places.set(id, here);
    });
  }
  const expectTerms = (ids: readonly string[], place: string) => {
    for (const id of ids)
      if (!places.has(id)) faults.push(`${place}: there is no term "${id}"`);
  };
  for (const {value, place} of areas) {
    value.terms.forEach((term, index) => {
      const here = place('terms', index);
      expectTerms(term.related, here);
      expectTerms(linksIn(`${term.definition}\n${term.example ?? ''}`), here);
      for (const id of term.alsoIn ?? [])
        if (!areaIds.has(id)) faults.push(`${here}: there is no area "${id}"`);
    });
    value.questions.forEach(({answer}, index) =>
      expectTerms(linksIn(answer), place('questions', index, 'answer')),
    );
  }
  for (const {value, place} of translations) {
    for (const id of Object.keys(value.terms))
      expectTerms([id], place('terms', id));
    for (const [id, {questions}] of Object.entries(value.areas)) {
      const area = areas.find((file) => file.value.id === id);
      if (!area) faults.push(`${place('areas', id)}: there is no area "${id}"`);
      for (const [question, {answer}] of Object.entries(questions)) {
        const here = place('areas', id, 'questions', question);
        expectTerms(linksIn(answer), here);
        if (!area?.value.questions.some((own) => own.question === question))
          faults.push(`${here}: the area has no such question`);
      }
    }
  }
};
