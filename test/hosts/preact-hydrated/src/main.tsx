import {hydrate} from 'preact';
import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {Article} from './article';

hydrate(<Article />, document.getElementById('app')!);
