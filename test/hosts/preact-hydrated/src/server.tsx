import {renderToString} from 'preact-render-to-string';
import {Article} from './article';

export const render = () => renderToString(<Article />);
