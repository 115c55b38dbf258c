import {createRequire} from 'node:module';
import eleventyTerms from '@term-elements/tools/eleventy';

const require = createRequire(import.meta.url);
const own = (path) => require.resolve(`term-elements/${path}`);

export default (eleventyConfig) => {
  eleventyConfig.addPlugin(eleventyTerms, {
    glossary: 'glossary.json',
    glossaryHref: '/glossary.json',
    siteUrl: 'https://margin.example/',
  });
  // The script and the style sheet come with the site: nothing is loaded from elsewhere.
  eleventyConfig.addPassthroughCopy({
    [own('cdn/all.js').replace(/all\.js$/, '')]: 'elements',
    'glossary.json': 'glossary.json',
    'site.css': 'site.css',
  });
};

export const config = {
  dir: {input: 'pages', output: '_site'},
  markdownTemplateEngine: 'njk',
};
