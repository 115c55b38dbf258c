import {provideZoneChangeDetection} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import 'term-elements/own-glossary/all.js';
import {App} from './app';

void bootstrapApplication(App, {providers: [provideZoneChangeDetection()]});
