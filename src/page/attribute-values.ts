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
 * Lit's accessor of a property, with a setter that accepts what the attribute
 * accepts: frameworks set the property where there is one, to whatever stands in
 * the markup, and to `null` or `undefined` when it is gone. Then the property
 * has the value again that a new element has.
 */
export const acceptAttributeValues = (
  name: PropertyKey,
  declaration: PropertyDeclaration,
  descriptor: PropertyDescriptor | undefined,
): PropertyDescriptor | undefined =>
  declaration.state
    ? descriptor
    : {
        ...descriptor,
        set(this: Host, value: unknown) {
          const next =
            value != null
              ? read(declaration, value)
              : this[name] == null
                ? value
                : new (this.constructor as new () => Host)()[name];
          descriptor!.set!.call(this, next);
        },
      };
