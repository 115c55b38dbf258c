import 'term-elements/own-glossary/all.js';

export default defineNuxtPlugin(() => {});
