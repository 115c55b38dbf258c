/**
 * What a page needs to describe itself: the graph, and the builders of its
 * nodes. Loaded as one chunk by the first element that has something to say.
 */
export * from '../../structured-data/index.js';
export {pageAddresses} from './page-address.js';
export {type PageGraph, pageGraph} from './page-graph.js';
export {pageWatch} from './page-watch.js';
