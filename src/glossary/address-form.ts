/** Addresses that a site makes out of ids: `/glossary/{}/`. Pure. */
import {linkAddress} from './address.js';
import {describe} from './errors.js';

/**
 * The address of an id: safe to link, `undefined` where the form gives none.
 * A form is written by whoever sets the page up, and is no more trusted than
 * the addresses in a glossary.
 */
export const filledAddress = (form: unknown, id: string): string | undefined =>
  typeof form === 'string'
    ? linkAddress(form.split('{}').join(encoded(id)))
    : undefined;

/** Half of a surrogate pair cannot be encoded. */
const encoded = (id: string): string =>
  encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));

/**
 * Why a form gives no link, for the person who wrote it; `undefined` if it
 * does, or if there is no form.
 *
 * @param name The setting, such as `term-href`.
 */
export const formFault = (name: string, form: unknown): string | undefined => {
  if (form == null || form === '') return undefined;
  // Ids are encoded, so what holds for one holds for all.
  if (filledAddress(form, 'id') !== undefined) return undefined;
  return (
    `${name}: expected an http(s), mailto or relative address such as "/glossary/{}/", ` +
    `received ${describe(form)}; it makes no links`
  );
};
