import {bootstrapApplication} from '@angular/platform-browser';
import 'term-elements/own-glossary/all.js';
import {App} from './app';

bootstrapApplication(App).catch((error: unknown) => {
  console.error(error);
});
