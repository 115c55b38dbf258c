/**
 * Whole pages under a strict policy, for tests that open them in a frame.
 *
 *   /demo/…, /dist/…     as `npm start` serves them
 *   /csp/NAME.html       test/fixtures/NAME.html, under the demo's policy
 *   /csp/NAME.html?allow-duplicates
 *                        where a second copy of Lit may make its policy too
 *   /plain/NAME.html     test/fixtures/NAME.html, under no policy
 */
import {readFile} from 'node:fs/promises';
import {join, normalize} from 'node:path';
import {contentSecurityPolicy, handleDemo} from '../../demo/serve.mjs';

/** @param {string} root The repository, absolute. */
export const pages = (root) => async (context, next) => {
  if (/^\/(demo|dist)\//.test(context.path)) {
    context.respond = false;
    return handleDemo(context.req, context.res);
  }

  const [, kind, page] = /^\/(csp|plain)(\/.+\.html)$/.exec(context.path) ?? [];
  if (page === undefined) return next();
  let text;
  try {
    text = await readFile(join(root, 'test/fixtures', normalize(page)), 'utf8');
  } catch {
    return next();
  }
  const addition =
    'allow-duplicates' in context.query ? " 'allow-duplicates'" : '';
  // Past the runner's own middleware, which would add its scripts to the page.
  context.respond = false;
  context.res.writeHead(200, {
    ...(kind === 'csp' && {
      'Content-Security-Policy': contentSecurityPolicy + addition,
    }),
    'Content-Type': 'text/html; charset=utf-8',
  });
  context.res.end(text);
};
