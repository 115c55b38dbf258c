/** Lets the program that drives the browser measure the matcher. */
import {measureMatching} from './matching.js';

const bench = {measure: measureMatching};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});
