import parser from 'postcss-selector-parser';

/** States and parts that an element has only once it renders itself. */
const LIVE = /:state\(|\.fallback|\.card /;

/**
 * A selector of a shadow root as one for prerendered content in the page.
 *
 * A host has no weight, as inside its element, so that any rule of the page
 * wins. What is inside has the weight of two attributes more than it has
 * there, so that the page's plain rules (`article p`, `.content h3`) do not.
 *
 * @param tags The elements that have the content.
 * @returns `undefined` for a selector that no prerendered content matches.
 */
export const lightSelector = (
  selector: string,
  tags: readonly string[],
): string | undefined => {
  if (LIVE.test(selector)) return undefined;
  const names = tags.length > 1 ? `:is(${tags.join()})` : tags[0]!;
  const host = `${names}[prerendered]`;
  const [parsed] = parser().astSync(selector.trim()).nodes;
  const [first] = parsed!.nodes;
  if (first?.type !== 'pseudo' || first.value !== ':host')
    return `${host}[prerendered] ${selector.trim()}`;
  const condition = first.nodes?.map(String).join() ?? '';
  first.remove();
  const rest = String(parsed).trim();
  return rest
    ? `${host}[prerendered]${condition} ${rest}`
    : `:where(${host}${condition})`;
};
