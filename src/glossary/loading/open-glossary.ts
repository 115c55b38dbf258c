import type {HttpSurroundings} from '../http-source.js';
import {
  HttpGlossary,
  type HttpGlossaryOptions,
  type HttpSourceOptions,
} from './http-glossary.js';
import {LIMITS, type LoadPlatform, surroundings} from './platform.js';

/** The loader of a glossary, by default with the page's own platform. */
export const openGlossary = (
  address: string,
  {platform, limits, ...options}: HttpSourceOptions & HttpSurroundings,
  watchers: HttpGlossaryOptions['watchers'],
  ask: HttpGlossaryOptions['ask'],
): HttpGlossary =>
  new HttpGlossary(address, {
    ...options,
    watchers,
    ask,
    // By prototype, because getters read the page's globals when they are
    // called.
    platform: Object.create(
      surroundings,
      Object.getOwnPropertyDescriptors(platform ?? {}),
    ) as LoadPlatform,
    limits: {...LIMITS, ...limits},
  });
