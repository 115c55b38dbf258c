declare module '@adobe/structured-data-validator' {
  export interface Issue {
    readonly rootType: string;
    readonly issueMessage: string;
    readonly severity: 'ERROR' | 'WARNING';
    readonly path?: readonly {
      readonly type?: string;
      readonly property?: string;
    }[];
    readonly fieldNames?: readonly string[];
  }

  export default class Validator {
    /** @param schema The vocabulary, as schema.org publishes it in JSON-LD. */
    constructor(schema?: {readonly '@graph': readonly object[]});
    /** @param data What web-auto-extractor gives: nodes by format and type. */
    validate(data: {
      readonly jsonld: Readonly<Record<string, readonly object[]>>;
    }): Promise<Issue[]>;
  }
}
