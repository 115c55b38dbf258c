import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {createSSRApp} from 'vue';
import Article from './article.vue';

createSSRApp(Article).mount('#app');
