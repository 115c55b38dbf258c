import type {Glossary} from 'term-elements/glossary';
import type {DocumentOptions} from '../link/links-of.js';

export interface EleventyTermsOptions extends Omit<
  DocumentOptions,
  'glossary'
> {
  /** A glossary document, or the path of its file, from where Eleventy is run. */
  readonly glossary: Glossary | string;
  /**
   * Address of the site. With it, the content of our elements (cards, areas,
   * breadcrumbs) is written into the pages too, with their structured data.
   */
  readonly siteUrl?: string | undefined;
  /**
   * Where the pages themselves read the glossary, if they do: the address in
   * their `<link rel="glossary">` or `src`.
   */
  readonly glossaryHref?: string | undefined;
  /** Address of `term-elements.css`, for pages that do not link it. */
  readonly stylesheet?: string | undefined;
  /** `false` links no words: the elements alone are written. */
  readonly link?: boolean | undefined;
}

/** The `this` of a transform in Eleventy. */
interface TransformContext {
  readonly outputPath?: unknown;
  readonly page?: {readonly url?: unknown; readonly outputPath?: unknown};
}

/** The configuration of Eleventy, as far as it is needed, of any version. */
interface EleventyConfig {
  addTransform(
    name: string,
    transform: (
      this: TransformContext,
      content: string,
      outputPath?: unknown,
    ) => Promise<string>,
  ): unknown;
  addWatchTarget?(path: string): unknown;
}

/**
 * Links the words of the pages that Eleventy writes, whatever they are written
 * in, and prerenders our elements in them.
 *
 * @example
 * eleventyConfig.addPlugin(eleventyTerms, {glossary: 'glossary.json'})
 */
export default function eleventyTerms(
  eleventyConfig: EleventyConfig,
  options: EleventyTermsOptions,
): void {
  const path =
    typeof options?.glossary === 'string' ? options.glossary : undefined;
  if (path !== undefined) eleventyConfig.addWatchTarget?.(path);
  eleventyConfig.addTransform('term-elements', async function (content, file) {
    const output = this.page?.outputPath ?? this.outputPath ?? file;
    if (typeof output !== 'string' || !/\.html?$/i.test(output)) return content;
    // Parsers and templates are needed by who builds a site, not by who reads
    // its configuration.
    const {transformPage} = await import('./eleventy/transform-page.js');
    return transformPage(content, options, this.page?.url);
  });
}
