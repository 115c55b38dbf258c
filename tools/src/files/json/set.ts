import {isDeepStrictEqual} from 'node:util';

/**
 * Gives a property its value: in its place where it is there already, and not
 * at all where it says the same. `undefined` changes nothing. Any name is an
 * ordinary name here, `__proto__` too.
 */
export const set = <T extends object, Key extends keyof T & string>(
  object: T,
  key: Key,
  value: T[Key] | undefined,
): void => {
  if (value === undefined) return;
  if (Object.hasOwn(object, key) && isDeepStrictEqual(object[key], value))
    return;
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

/** As `set`, where the object does not have the property yet. */
export const setIfAbsent = <T extends object, Key extends keyof T & string>(
  object: T,
  key: Key,
  value: T[Key] | undefined,
): void => {
  if (!Object.hasOwn(object, key)) set(object, key, value);
};
