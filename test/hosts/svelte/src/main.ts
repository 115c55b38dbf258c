import {mount} from 'svelte';
import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import App from './app.svelte';

mount(App, {target: document.getElementById('app')!});
