import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {contentSecurityPolicy, handleDemo} from '../../../demo/serve.mjs';
import {prerender} from '../../../tools/src/prerender/index.js';

/**
 * Says that a request is for a page as the prerenderer writes it; as `slow`, its
 * script runs at once, and half of the page comes late.
 */
export const KEPT = 'x-prerendered';

/** Milliseconds in which the script has run. */
const LATE = 400;

/** The demo pages, each as its author wrote it and as the prerenderer writes it. */
export interface KeptPages {
  readonly origin: string;
  /** The text of a prerendered page. */
  html(name: string): Promise<string>;
  close(): void;
}

/**
 * Serves the demo pages under their policy. A request with the header `KEPT`
 * gets the prerendered page, at the same address.
 */
export const serveKeptPages = async (): Promise<KeptPages> => {
  const made = new Map<string, Promise<string>>();
  const html = (name: string): Promise<string> => {
    let page = made.get(name);
    if (!page) made.set(name, (page = make(`${origin}/demo/${name}/`)));
    return page;
  };
  const make = async (url: string): Promise<string> => {
    const page = await (await fetch(url)).text();
    const read = (address: string, signal?: AbortSignal) =>
      fetch(address, {signal: signal ?? null});
    return (await prerender(page, {url, fetch: read})).html;
  };
  const nameOf = ({url = '', headers}: IncomingMessage) =>
    KEPT in headers ? /^\/demo\/(\w+)\/(?:\?.*)?$/.exec(url)?.[1] : undefined;
  const server = createServer((request, response) => {
    const name = nameOf(request);
    if (name === undefined) {
      void handleDemo(request, response);
      return;
    }
    void html(name).then((text) => {
      response.writeHead(200, {
        'content-security-policy': contentSecurityPolicy,
        'content-type': 'text/html; charset=utf-8',
      });
      if (request.headers[KEPT] !== 'slow') {
        response.end(text);
        return;
      }
      // In the middle of an element: its content is there, its end is not.
      const middle = text.indexOf('<template>');
      const isAsync = text
        .slice(0, middle)
        .replaceAll(' type="module"', '$& async');
      response.write(isAsync);
      setTimeout(() => response.end(text.slice(middle)), LATE);
    });
  });
  await new Promise<void>((listening) =>
    server.listen(0, '127.0.0.1', listening),
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    html,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
