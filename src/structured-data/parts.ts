/** Nodes that others have as their parts. */
import type {ImageObject, Organization, Person} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import type {Image, Person as Author} from '../glossary/types.js';
import {compact} from './nodes.js';

export const buildPerson = (
  person: Author,
  base: string,
): Person | Organization =>
  compact({
    '@type': person.type ?? ('Person' as const),
    name: person.name,
    url: absoluteAddress(person.url, base)!,
  });

export const buildImage = (
  image: Image,
  base: string,
): ImageObject | undefined => {
  const url = absoluteAddress(image.url, base);
  if (!url) return undefined;
  // schema-dts asks for QuantitativeValue here; Google and the model page have numbers.
  const {width, height, caption} = image;
  return compact({
    '@type': 'ImageObject',
    url,
    width,
    height,
    caption,
  }) as unknown as ImageObject;
};
