import type {PropertyDeclaration, ReactiveElement} from 'lit';

type Host = ReactiveElement & Record<PropertyKey, unknown>;

const read = (
  {attribute, type}: PropertyDeclaration,
  value: unknown,
): unknown => {
  if (attribute === false) return value;
  if (type === Boolean) return typeof value === 'string' || Boolean(value);
  if (type === Number) return Number(value);
  if (type !== Array && type !== Object) return String(value);
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // the element reports it
  }
};

/**
 * Lets the setters of a class accept what the attributes accept: if an element
 * has a property, frameworks set it to whatever their markup says, and to
 * `null` or `undefined` to remove it, which restores the default.
 *
 * @param finalize Lit's own: afterwards the class has its accessors.
 */
export const acceptAttributeValues = (
  constructor: typeof ReactiveElement,
  finalize: () => void,
): void => {
  // Lit calls it again for every class that extends this one.
  const isDone = Object.hasOwn(constructor, 'finalized');
  finalize();
  if (isDone || !Object.hasOwn(constructor, 'properties')) return;
  const {properties, prototype} = constructor;
  for (const [name, declaration] of Object.entries(properties)) {
    if (declaration.state) continue;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    Object.defineProperty(prototype, name, {
      ...descriptor,
      set(this: Host, value: unknown) {
        const next =
          value != null
            ? read(declaration, value)
            : this[name] == null
              ? value
              : new (this.constructor as new () => Host)()[name];
        descriptor.set!.call(this, next);
      },
    });
  }
};
