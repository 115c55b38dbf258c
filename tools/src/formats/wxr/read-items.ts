import sax from 'sax';
import type {GlossaryDraft} from '../published-page/draft.js';
import {CommandError} from '../../terminal/errors.js';
import type {ImportInput} from '../reading/importer.js';

/** The texts of one item, by the names of their elements. */
export interface WxrItem {
  get(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** What a file has, in order. */
export type WxrPart =
  | {
      readonly type: 'channel';
      readonly value: Partial<Omit<GlossaryDraft, 'terms' | 'areas'>>;
    }
  | {readonly type: 'item'; readonly item: WxrItem; readonly line: number};

/** No text of a glossary is longer than this. */
const LONGEST = 4 * 2 ** 20;
/** Elements inside each other; an export has five. */
const DEEPEST = 64;

/** The five entities of XML, and no others. */
const OPTIONS = {position: true, strictEntities: true};

const itemOf = (texts: ReadonlyMap<string, readonly string[]>): WxrItem => ({
  get: (name) => texts.get(name)?.[0],
  all: (name) => texts.get(name) ?? [],
});

/**
 * Reads an export piece by piece. Entities that a document declares itself are
 * refused, so that nothing is loaded and nothing grows.
 *
 * @throws {CommandError} Where it is no XML; says where.
 */
export async function* readItems(input: ImportInput): AsyncGenerator<WxrPart> {
  const reader = new Reader(input.file);
  for await (const piece of input.pieces()) {
    reader.write(piece);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

class Reader {
  readonly #parser: sax.SAXParser;
  readonly #path: string[] = [];
  #parts: WxrPart[] = [];
  #item: Map<string, string[]> | undefined;
  #itemLine = 1;
  #channel: Record<string, string> = {};
  readonly #author = new Map<string, string>();
  /** By the names with which they sign in, those that are shown. */
  readonly #authors = new Map<string, string>();
  #text = '';

  constructor(readonly file: string) {
    const parser = sax.parser(true, OPTIONS);
    this.#parser = parser;
    parser.onerror = (error) => {
      const [message = ''] = error.message.split('\n');
      throw this.#fail(message.charAt(0).toLowerCase() + message.slice(1));
    };
    parser.ondoctype = () => {
      throw this.#fail('a document type, which an export does not have');
    };
    parser.onopentag = ({name}) => {
      if (this.#path.push(name) > DEEPEST)
        throw this.#fail('elements inside each other, too deep');
      this.#text = '';
      if (name !== 'item') return;
      this.#endChannel();
      this.#item = new Map();
      this.#itemLine = parser.line + 1;
    };
    parser.ontext = parser.oncdata = (text) => {
      this.#text += text;
      if (this.#text.length > LONGEST)
        throw this.#fail('a text without an end');
    };
    parser.onclosetag = (name) => {
      this.#close(name);
    };
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  end(): void {
    this.#parser.close();
    this.#endChannel();
  }

  take(): readonly WxrPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === 'item' && this.#item) {
      const item = itemOf(this.#item);
      this.#parts.push({type: 'item', item, line: this.#itemLine});
      this.#item = undefined;
    } else if (parent === 'wp:author') {
      this.#author.set(name, this.#text.trim());
    } else if (name === 'wp:author') {
      const login = this.#author.get('wp:author_login');
      const shown = this.#author.get('wp:author_display_name');
      if (login && shown) this.#authors.set(login, shown);
      this.#author.clear();
    } else if (name === 'dc:creator' && this.#item) {
      this.#item.set(name, [this.#authors.get(this.#text) ?? this.#text]);
    } else if (parent === 'item' && this.#item) {
      this.#item.set(name, [...(this.#item.get(name) ?? []), this.#text]);
    } else if (parent === 'channel') {
      this.#channel[name] ??= this.#text.trim();
    }
    this.#text = '';
  }

  /** The properties of the site come before its items. */
  #endChannel(): void {
    const {title, link, language} = this.#channel;
    this.#channel = {};
    if (!title && !link) return;
    const value = {
      ...(title && {name: title}),
      ...(link && {url: link}),
      ...(language && {language}),
    };
    this.#parts.push({type: 'channel', value});
  }

  #fail(received: string): CommandError {
    return new CommandError(
      `${this.file}:${this.#parser.line + 1}: expected the export of a WordPress site, received ${received}`,
      'In WordPress: Tools, Export, All content.',
    );
  }
}
