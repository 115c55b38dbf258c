/**
 * From the answer to a request to a checked document. It is loaded with the
 * validation, while the request is on its way.
 */
import {DocumentSource} from './document-source.js';
import {type Fault, faultText} from './errors.js';
import {GlossaryLoadError} from './load-error.js';
import {salvageGlossary} from './parse.js';

export {GlossaryLoadError};

/**
 * @param request The request, made already; `undefined` where none was made,
 *     because the address is not http(s).
 * @throws {GlossaryLoadError | GlossaryFormatError} Saying which step failed.
 * @throws The reason of the signal, when that is what ended it.
 */
export const readDocument = async (
  address: string,
  request: Promise<Response> | undefined,
  signal: AbortSignal,
  warn: (message: string) => void,
): Promise<DocumentSource> => {
  if (!request) {
    throw new GlossaryLoadError(
      'address',
      address,
      'expected an http(s) address',
    );
  }
  const fail =
    (code: 'network' | 'json', detail: string) => (cause: unknown) => {
      signal.throwIfAborted();
      const why =
        cause instanceof Error ? `${detail} (${cause.message})` : detail;
      throw new GlossaryLoadError(code, address, why, {cause});
    };
  const response = await request.catch(fail('network', 'no answer'));
  if (!response.ok) {
    const {status, statusText} = response;
    throw new GlossaryLoadError(
      'http',
      address,
      `answered ${status} ${statusText}`.trimEnd(),
    );
  }
  const text = await response
    .text()
    .catch(fail('network', 'the answer broke off'));
  const type = response.headers.get('content-type') ?? 'no content type';
  const document = await Promise.resolve(text)
    .then((json) => JSON.parse(json) as unknown)
    .catch(fail('json', `expected JSON, received ${type}`));
  const {glossary, faults} = salvageGlossary(document, address);
  if (faults.length) warn(leftOut(address, faults));
  return new DocumentSource(glossary, address, address);
};

const leftOut = (address: string, faults: readonly Fault[]) =>
  `term-elements: entries of ${address} are left out because they do not follow the format. ` +
  `Run "term-elements validate" on the file.\n${faults.map((fault) => `  ${faultText(fault)}`).join('\n')}`;
