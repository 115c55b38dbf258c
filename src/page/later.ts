/**
 * What an element loads once it is in the page, as one file: structured data,
 * and what follows changes around it. None of it delays what is shown first.
 */
export * as graph from './graph/index.js';
export {follow} from './follow.js';
export {followFragment} from './follow-fragment.js';
