import {hydrateRoot} from 'react-dom/client';
import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {Article} from './article';

hydrateRoot(document.getElementById('app')!, <Article />);
