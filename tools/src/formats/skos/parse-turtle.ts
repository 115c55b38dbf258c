import {Readable} from 'node:stream';
import {Parser} from 'n3';
import {CommandError} from '../../terminal/errors.js';
import type {Report} from '../../terminal/report.js';
import type {ImportInput} from '../reading/importer.js';
import {RdfGraph, type RdfTerm} from './rdf-graph.js';

interface Quad {
  readonly subject: RdfTerm;
  readonly predicate: RdfTerm;
  readonly object: RdfTerm;
}

/** What the parser calls; its types lag behind it. */
interface Callbacks {
  onQuad(error: unknown, quad: Quad | null): void;
  onToken(token: {readonly line: number}): void;
}

/**
 * Turtle, TriG, N-Triples and N-Quads, read as they come. A triple has the line
 * of the token that ends it.
 *
 * @throws {CommandError} With the line.
 */
export const readTurtle = async (
  input: ImportInput,
  report: Report,
): Promise<RdfGraph> => {
  const {file} = input;
  const graph = new RdfGraph(file, report);
  const stream = Readable.from(input.pieces());
  let line = 1;
  try {
    await new Promise<void>((resolve, reject) => {
      const parser = new Parser() as unknown as {
        parse(input: Readable, callbacks: Callbacks): void;
      };
      stream.on('error', reject);
      parser.parse(stream, {
        onQuad(error, quad) {
          if (error) reject(error as Error);
          else if (quad) {
            const {subject, predicate, object} = quad;
            graph.add(subject, predicate, object, line);
          } else resolve();
        },
        onToken(token) {
          line = token.line;
        },
      });
    });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw faultOf(error, file, line);
  } finally {
    stream.destroy();
  }
  return graph;
};

const faultOf = (error: unknown, file: string, line: number) => {
  const {message, context} = error as Error & {context?: {line?: number}};
  const reason = message.replace(/ on line \d+\.?$/, '').slice(0, 200);
  return new CommandError(
    `${file}:${context?.line ?? line}: ${reason}`,
    'The file has to be Turtle: <https://example.org/margin> a skos:Concept; skos:prefLabel "Margin"@en.',
  );
};
