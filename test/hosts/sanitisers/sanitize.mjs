import rehypeParse from 'rehype-parse';
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import {unified} from 'unified';

/** The tags that authors may write, with their attributes. */
const TAGS = {
  'term-card': ['term'],
  'term-tip': ['term'],
};

const withRehype = (schema) => (html) =>
  String(
    unified()
      .use(rehypeParse, {fragment: true})
      .use(rehypeSanitize, schema)
      .use(rehypeStringify)
      .processSync(html),
  );

const gitHub = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, ...Object.keys(TAGS)],
  attributes: {...defaultSchema.attributes, ...TAGS},
};

const options = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, ...Object.keys(TAGS)],
  allowedAttributes: {...sanitizeHtml.defaults.allowedAttributes, ...TAGS},
};

/** By name: what comes through the rules as they are, and with our tags allowed. */
export const SANITISERS = {
  'sanitize-html': sanitizeHtml,
  'sanitize-html with our tags': (html) => sanitizeHtml(html, options),
  "GitHub's schema": withRehype(defaultSchema),
  "GitHub's schema with our tags": withRehype(gitHub),
};
