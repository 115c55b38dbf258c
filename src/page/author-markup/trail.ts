import type {TrailStep} from '../../glossary/trail.js';
import {
  authorElements,
  authorNodes,
  DEEPEST_MARKUP,
  isElement,
  isUnread,
  type MarkupTree,
  readName,
} from './markup-tree.js';

/** A longer way leads nowhere; each step is read with all that is inside it. */
const MOST_STEPS = 200;

/** Between steps, also without a space beside them. */
const ARROWS = '›»❯⟩→▸▶>‹«❮⟨←';
/** Between steps if a space separates them from the words: they are parts of names too. */
const SIGNS = '/\\|·•⁄∕∙:–—-';

const isSeparator = (text: string, at: number, beyond: number): boolean => {
  const sign = text[at]!;
  if (sign === ' ' || ARROWS.includes(sign)) return true;
  const next = text[at + beyond];
  return SIGNS.includes(sign) && (next === undefined || next === ' ');
};

/** A text without the separators at its ends. */
const withoutSeparators = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isSeparator(text, start, 1)) start++;
  while (end > start && isSeparator(text, end - 1, -1)) end--;
  return text.slice(start, end);
};

const isListName = (name: string): boolean => /^[ou]l$/.test(name);

/** Reads the trail of one element. */
class TrailReader<Node> {
  constructor(
    readonly tree: MarkupTree<Node>,
    readonly base: string,
  ) {}

  /** The steps inside an element: those of its first list, else those between its links. */
  read(host: Node): readonly TrailStep[] {
    const list = this.#find(host, isListName);
    const listed = list === undefined ? [] : this.#listed(list);
    return listed.length ? listed : this.#flat(host);
  }

  /** The first element inside another that readers get. */
  #find(
    element: Node,
    isMeant: (name: string, element: Node) => boolean,
    isEntered: (name: string) => boolean = () => true,
    depth = 0,
  ): Node | undefined {
    const {tree} = this;
    for (const child of authorElements(tree, element)) {
      if (isUnread(tree, child)) continue;
      const name = tree.name(child);
      if (isMeant(name, child)) return child;
      if (depth > DEEPEST_MARKUP || !isEntered(name)) continue;
      const found = this.#find(child, isMeant, isEntered, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #named(nodes: readonly Node[]): string {
    return withoutSeparators(readName(this.tree, nodes, isListName));
  }

  #address(link: Node | undefined): string | undefined {
    const href =
      link === undefined ? undefined : this.tree.attribute(link, 'href');
    return href === undefined || !URL.canParse(href, this.base)
      ? href
      : new URL(href, this.base).href;
  }

  /** A step for each item. A list inside an item is a menu, or the rest of the way. */
  #listed(list: Node, depth = 0): readonly TrailStep[] {
    const {tree} = this;
    const items = authorElements(tree, list).filter(
      (item) => tree.name(item) === 'li' && !isUnread(tree, item),
    );
    const steps = items
      .slice(0, MOST_STEPS)
      .flatMap((item) => this.#step(item));
    const [only] = items;
    const rest =
      items.length === 1 && depth < MOST_STEPS
        ? this.#find(only!, isListName)
        : undefined;
    return rest === undefined
      ? steps
      : [...steps, ...this.#listed(rest, depth + 1)];
  }

  #step(item: Node): readonly TrailStep[] {
    const isOutside = (name: string) => !isListName(name);
    const isLink = (name: string) => name === 'a';
    const link = this.#find(item, isLink, isOutside);
    const target = this.#find(
      item,
      (name, element) =>
        isLink(name) && this.tree.attribute(element, 'href') !== undefined,
      isOutside,
    );
    const name =
      (link !== undefined && this.#named([link])) || this.#named([item]);
    return name ? [{name, url: this.#address(target)}] : [];
  }

  /** Steps of a way without a list: its links, and the texts between and after them. */
  #flat(host: Node): readonly TrailStep[] {
    const {tree} = this;
    const steps: TrailStep[] = [];
    let text = '';
    const end = () => {
      // What comes before the first link says what follows.
      if (steps.length)
        for (const part of partsOf(text)) steps.push({name: part});
      text = '';
    };
    const walk = (nodes: readonly Node[], depth: number) => {
      for (const node of nodes) {
        const name = tree.name(node);
        if (name === '#text') text += tree.text(node);
        if (!isElement(tree, node) || isUnread(tree, node)) continue;
        if (name === 'a') {
          const step = this.#named([node]);
          end();
          if (step) steps.push({name: step, url: this.#address(node)});
        } else if (depth < DEEPEST_MARKUP) {
          walk(authorNodes(tree, node), depth + 1);
        }
      }
    };
    walk(authorNodes(tree, host), 0);
    end();
    return steps.slice(0, MOST_STEPS);
  }
}

/** The names in a text between links. */
const partsOf = (text: string): readonly string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/[›»❯⟩→▸▶>]|(?<= )[/\\|·•⁄∕∙](?= )/)
    .map(withoutSeparators)
    .filter(Boolean);

/**
 * The steps that an author wrote into an element: a step for each item of the
 * list, its address from its link; without a list, a step for each link and each
 * text after the first. Separators are left out, and no name is empty.
 *
 * @param base Address that links are resolved against.
 */
export const readTrail = <Node>(
  tree: MarkupTree<Node>,
  host: Node,
  base: string,
): readonly TrailStep[] => new TrailReader(tree, base).read(host);

/** The warning for an element in which no trail was found. */
export const NO_TRAIL =
  'has no steps: expected a list of links (<ol> or <ul>), or links, inside it, or one of the attributes items, area and term. If they are in the source of the page, its editor or Markdown has moved them out of the element';
