import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';

/** What Lit leaves to find its bindings again; nothing is bound here. */
const MARKERS = /<!--(?:\/?lit-part|lit-node)[^>]*-->|<\?>/g;

/**
 * A template as HTML. Lit escapes every text that it writes, so what looks like
 * one of its comments is one.
 */
export const renderTemplate = async (template: unknown): Promise<string> =>
  (await collectResult(render(template))).replace(MARKERS, '').trim();
