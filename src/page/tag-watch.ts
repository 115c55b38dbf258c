type Root = Document | ShadowRoot;

/**
 * Reports the elements of some tags in a document, those that are there and
 * those that come: also in open shadow roots. What is in a closed one, or in
 * one that a script attaches to a plain element later, is not seen.
 */
export class TagWatch {
  readonly #tags: Set<string>;
  readonly #watched = new WeakSet<Root>();
  /** The same, to go through them; roots come and go with what they are in. */
  readonly #roots = new Set<WeakRef<Root>>();
  /** Names of custom elements that are not defined yet: they may have a shadow root then. */
  readonly #undefined = new Set<string>();
  readonly #observer: MutationObserver;

  /**
   * @param tags Local names, until `forget` is called for each.
   * @param found Called for each element, which need not be defined.
   */
  constructor(
    tags: Iterable<string>,
    readonly found: (element: HTMLElement) => void,
  ) {
    this.#tags = new Set(tags);
    this.#observer = new MutationObserver((records) => {
      for (const {addedNodes} of records)
        for (const node of addedNodes) {
          if (!(node instanceof Element) || !node.isConnected) continue;
          this.#see(node);
          this.#seeIn(node);
        }
    });
  }

  /** Looks through a document or a shadow root, and follows it. */
  watch(root: Root): void {
    if (!this.#tags.size || this.#watched.has(root)) return;
    this.#watched.add(root);
    this.#roots.add(new WeakRef(root));
    this.#observer.observe(root, {childList: true, subtree: true});
    this.#seeIn(root);
  }

  /** Elements of a tag are not reported any more; without tags, nothing is followed. */
  forget(tag: string): void {
    this.#tags.delete(tag);
    if (this.#tags.size) return;
    this.#observer.disconnect();
    this.#roots.clear();
  }

  #seeIn(parent: ParentNode): void {
    for (const element of parent.querySelectorAll('*')) this.#see(element);
  }

  #see(element: Element): void {
    const {localName, shadowRoot} = element;
    if (this.#tags.has(localName)) this.found(element as HTMLElement);
    else if (shadowRoot) this.watch(shadowRoot);
    else if (localName.includes('-') && element.matches(':not(:defined)'))
      this.#await(localName);
  }

  #await(name: string): void {
    if (this.#undefined.has(name)) return;
    this.#undefined.add(name);
    void customElements.whenDefined(name).then(() => {
      this.#undefined.delete(name);
      for (const reference of this.#roots) {
        const root = reference.deref();
        if (!root) this.#roots.delete(reference);
        for (const element of root?.querySelectorAll(name) ?? [])
          this.#see(element);
      }
    });
  }
}
