import {isDeeperThan} from '../../files/json/depth.js';

/** Deeper data than this is no page's; as part of a glossary it must be read again. */
const MAX_DEPTH = 50;

/** The value of a JSON-LD block, or `undefined` where it is not to be read. */
export const parseBlock = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    const whole = typeof value === 'object' && value !== null;
    return whole && !isDeeperThan(value, MAX_DEPTH) ? value : undefined;
  } catch {
    return undefined;
  }
};
