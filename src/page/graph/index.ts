/** What a page needs to describe itself, apart from the nodes, which elements build. */
export {pageAddresses} from './page-address.js';
export {type PageGraph, pageGraph} from './page-graph.js';
export {pageWatch} from './page-watch.js';
