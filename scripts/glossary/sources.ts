/** The files that the bundled glossary is made of: data/glossary. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Figure} from '../../src/glossary/types.js';
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';

/** One file, with the way from a value back to its line. */
export interface SourceFile<T> {
  /** From the repository: `data/glossary/areas/margin.yaml`. */
  readonly path: string;
  readonly value: T;
  /** Where a value stands, as `path:line`. */
  readonly place: (...keys: readonly (string | number)[]) => string;
}

/** `data/glossary/glossary.yaml`. */
export interface Head {
  readonly name: string;
  readonly language: string;
  readonly edition: {readonly version: string; readonly date: string};
  readonly license: string;
  readonly author: Readonly<Record<string, string>>;
  readonly publisher: Readonly<Record<string, string>>;
  readonly reviewed: string;
  readonly kinds: Readonly<Record<string, string>>;
  /** Ids of the areas in their order. */
  readonly areas: readonly string[];
}

/** An entry of `data/glossary/areas/*.yaml`; texts are Markdown. */
export interface SourceTerm {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  readonly definition: string;
  readonly example?: string;
  /** What the numbers of the example are computed with; for the tests alone. */
  readonly checks?: readonly {
    readonly compute: string;
    readonly shown: string;
  }[];
  /** Numbers that the example states and nothing is computed with; for the tests alone. */
  readonly given?: readonly number[];
  readonly aliases?: readonly string[];
  readonly abbreviation?: string;
  readonly caseSensitive?: boolean;
  readonly autoLink?: boolean;
  readonly ambiguous?: boolean;
  readonly figure?: Figure;
  readonly related: readonly string[];
  readonly alsoIn?: readonly string[];
  readonly tags: readonly string[];
  readonly difficulty: number;
  readonly reviewed?: string;
  readonly sources: readonly {readonly title: string; readonly url?: string}[];
  readonly sameAs?: readonly string[];
}

export interface SourceArea {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly {
    readonly question: string;
    readonly answer: string;
  }[];
  readonly terms: readonly SourceTerm[];
}

/** `data/glossary/translations/<tag>.yaml`. */
export interface SourceTranslation {
  readonly language: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly areas: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly description: string;
        /** By the question in English. */
        readonly questions: Readonly<
          Record<string, {readonly question: string; readonly answer: string}>
        >;
      }
    >
  >;
  readonly terms: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly summary: string;
        readonly aliases?: readonly string[];
        readonly abbreviation?: string;
      }
    >
  >;
}

export interface Sources {
  readonly head: SourceFile<Head>;
  /** In the order of the head. */
  readonly areas: readonly SourceFile<SourceArea>[];
  /** In the order of their tags. */
  readonly translations: readonly SourceFile<SourceTranslation>[];
}

const FOLDER = 'data/glossary';

/**
 * Reads all sources.
 *
 * @param root The repository.
 * @throws {Error} If a file is missing, or is not YAML: with its path and line.
 */
export const readSources = (root: string): Sources => {
  const head = read<Head>(root, `${FOLDER}/glossary.yaml`);
  const translations = readdirSync(join(root, FOLDER, 'translations'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) =>
      read<SourceTranslation>(root, `${FOLDER}/translations/${name}`),
    );
  return {
    head,
    areas: head.value.areas.map((id) =>
      read<SourceArea>(root, `${FOLDER}/areas/${id}.yaml`),
    ),
    translations,
  };
};

const read = <T>(root: string, path: string): SourceFile<T> => {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(root, path), 'utf8'), {
    lineCounter: lines,
  });
  const [error] = document.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return {
    path,
    value: document.toJS() as T,
    place: (...keys) => `${path}:${lineOf(document, lines, keys)}`,
  };
};

/** The line of the value, or of the closest value around it that exists. */
const lineOf = (
  document: Document,
  lines: LineCounter,
  keys: readonly (string | number)[],
): number => {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
};
