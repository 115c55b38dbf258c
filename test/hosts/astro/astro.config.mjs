import {defineConfig} from 'astro/config';

export default defineConfig({
  build: {format: 'file', inlineStylesheets: 'never'},
  vite: {build: {assetsInlineLimit: 0}},
});
