import type {LoadPlatform} from './platform.js';

/** Whether the browser had it already, as far as it reports that. */
export const cameFrom = (
  address: string,
  {timing}: Pick<LoadPlatform, 'timing'>,
): 'browser' | 'network' => {
  const entry = timing(address);
  return entry?.transferSize === 0 && entry.decodedBodySize > 0
    ? 'browser'
    : 'network';
};
