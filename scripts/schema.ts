/** Writes dist/glossary.schema.json, from the schema that validates. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import {GlossarySchema} from '../src/glossary/schema.js';

const {$schema, ...schema} = toJsonSchema(GlossarySchema, {
  target: 'draft-07',
  typeMode: 'input',
});

mkdirSync('dist', {recursive: true});
writeFileSync(
  'dist/glossary.schema.json',
  JSON.stringify({$schema, title: 'Glossary', ...schema}, null, 2) + '\n',
);
