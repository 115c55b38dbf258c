/**
 * Addresses that fail in the ways that real ones do, for the tests.
 *
 *   /faults/404                     not found
 *   /faults/500                     server error
 *   /faults/html                    a page, with status 200
 *   /faults/truncated               JSON that ends too soon
 *   /faults/reset                   the connection breaks
 *   /faults/slow?ms=300&doc=/data/glossary.json
 *                                   a file of the repository, late; without
 *                                   `doc`, the tiny glossary
 *   /faults/glossary?key=K          the tiny glossary; counted by K
 *   /faults/requests?key=K          how often K was asked for, as a number
 *   /faults/switched?key=K          what was last set for K: the tiny glossary
 *                                   with a summary, or a broken connection
 *   /faults/switch?key=K&summary=S  sets it; without `summary`, to broken
 */
import {readFile} from 'node:fs/promises';
import {join, normalize} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';

const maxLateMs = 10_000;

const tinyGlossary = {
  format: 1,
  name: 'Fixture',
  language: 'en',
  terms: [{id: 'alpha', name: 'Alpha', summary: 'First letter.'}],
  areas: [],
};

const json = (context, text) => {
  context.type = 'application/json';
  context.body = text;
};

/** @param {string} root The repository, absolute. */
export const faults = (root) => {
  const counts = new Map();
  const summaries = new Map();

  const answers = {
    404: (context) => {
      context.status = 404;
      context.body = 'Not found';
    },
    500: (context) => {
      context.status = 500;
      context.body = 'Internal server error';
    },
    html: (context) => {
      context.type = 'text/html';
      context.body = '<!doctype html><title>Sign in</title><h1>Sign in</h1>';
    },
    truncated: (context) => {
      const text = JSON.stringify(tinyGlossary);
      json(context, text.slice(0, text.length / 2));
    },
    reset: (context) => {
      context.status = 200; // else the runner reports it as not found
      context.respond = false;
      context.req.socket.destroy();
    },
    slow: async (context) => {
      const {ms, doc} = context.query;
      await delay(Math.min(Number(ms) || 0, maxLateMs));
      json(
        context,
        doc
          ? await readFile(join(root, normalize(`/${doc}`)), 'utf8')
          : JSON.stringify(tinyGlossary),
      );
    },
    glossary: (context) => {
      const {key} = context.query;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      json(context, JSON.stringify(tinyGlossary));
    },
    switched: (context) => {
      const summary = summaries.get(context.query.key);
      if (summary === undefined) {
        answers.reset(context);
        return;
      }
      const [term] = tinyGlossary.terms;
      json(
        context,
        JSON.stringify({...tinyGlossary, terms: [{...term, summary}]}),
      );
    },
    switch: (context) => {
      const {key, summary} = context.query;
      if (summary === undefined) summaries.delete(key);
      else summaries.set(key, summary);
      json(context, 'true');
    },
    requests: (context) => {
      json(context, JSON.stringify(counts.get(context.query.key) ?? 0));
    },
  };

  return async (context, next) => {
    const [, name] = /^\/faults\/(\w+)$/.exec(context.path) ?? [];
    if (name === undefined || !Object.hasOwn(answers, name)) return next();
    context.set('Cache-Control', 'no-store');
    await answers[name](context);
  };
};
