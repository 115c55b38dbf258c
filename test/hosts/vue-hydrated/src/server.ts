import {createSSRApp} from 'vue';
import {renderToString} from 'vue/server-renderer';
import Article from './article.vue';

export const render = () => renderToString(createSSRApp(Article));
