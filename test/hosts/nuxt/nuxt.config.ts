import {defineNuxtConfig} from 'nuxt/config';

export default defineNuxtConfig({
  css: ['term-elements/term-elements.css'],
  app: {
    head: {
      htmlAttrs: {lang: 'en'},
      title: 'Wheels',
      link: [
        {rel: 'icon', href: 'data:,'},
        {rel: 'glossary', type: 'application/json', href: '/words.json'},
      ],
    },
  },
  vue: {
    compilerOptions: {
      isCustomElement: (tag) => /^(?:term|faq|breadcrumb)-/.test(tag),
    },
  },
  features: {inlineStyles: false},
  telemetry: false,
});
