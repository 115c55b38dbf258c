/** Nodes that others have as their parts. */
import {absoluteAddress} from '../glossary/address.js';
import type {Image, Person as Author} from '../glossary/types.js';
import {compact} from './nodes.js';

/** A `Person` or an `Organization`. */
export interface PersonNode {
  readonly '@type': 'Person' | 'Organization';
  readonly name: string;
  readonly url?: string | undefined;
}

/** An `ImageObject`; width and height are in pixels, as Google reads them. */
export interface ImageNode {
  readonly '@type': 'ImageObject';
  readonly url: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
}

export const buildPerson = (person: Author, base: string): PersonNode =>
  compact({
    '@type': person.type ?? 'Person',
    name: person.name,
    url: absoluteAddress(person.url, base),
  });

export const buildImage = (
  image: Image,
  base: string,
): ImageNode | undefined => {
  const url = absoluteAddress(image.url, base);
  if (!url) return undefined;
  const {width, height, caption} = image;
  return compact({
    '@type': 'ImageObject' as const,
    url,
    width,
    height,
    caption,
  });
};
