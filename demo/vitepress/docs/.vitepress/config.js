import {readFileSync} from 'node:fs';
import markdownItTerms from '@term-elements/tools/markdown-it';

const glossary = JSON.parse(
  readFileSync(new URL('../public/glossary.json', import.meta.url), 'utf8'),
);

export default {
  title: 'Funding, explained',
  lang: 'en',
  head: [
    [
      'link',
      {rel: 'glossary', type: 'application/json', href: '/glossary.json'},
    ],
  ],
  markdown: {
    config: (md) => {
      md.use(markdownItTerms, {glossary});
    },
  },
  // Vue leaves to the browser what is not a component of its own.
  vue: {
    template: {
      compilerOptions: {
        isCustomElement: (tag) =>
          tag.startsWith('term-') ||
          tag === 'faq-block' ||
          tag === 'breadcrumb-jsonld',
      },
    },
  },
  themeConfig: {
    nav: [
      {text: 'Paying', link: '/'},
      {text: 'Prices', link: '/prices'},
      {text: 'Words', link: '/words'},
    ],
  },
};
