import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {createApp} from 'vue';
import App from './app.vue';

createApp(App).mount('#app');
