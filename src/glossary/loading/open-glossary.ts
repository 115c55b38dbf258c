import type {HttpSurroundings} from '../http-source.js';
import {
  HttpGlossary,
  type HttpGlossaryOptions,
  type HttpSourceOptions,
} from './http-glossary.js';
import {LIMITS, type LoadPlatform, surroundings} from './platform.js';

/** What loads a glossary, in the page's own surroundings where no others are given. */
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
    // By prototype, because its getters look at the page when they are asked.
    platform: Object.create(
      surroundings,
      Object.getOwnPropertyDescriptors(platform ?? {}),
    ) as LoadPlatform,
    limits: {...LIMITS, ...limits},
  });
