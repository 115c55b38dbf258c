const OWN = ':scope > template[slot]';

/** Copies of what a template holds, each bound for the template's slot. */
const copiesOf = (template: HTMLTemplateElement): readonly Node[] => {
  const {content, ownerDocument, slot} = template;
  // React puts the children of a template into the element itself.
  const filled = content.hasChildNodes() ? content : template;
  const box = ownerDocument.createElement('div');
  box.slot = slot;
  for (const node of filled.childNodes)
    box.append(ownerDocument.importNode(node, true));
  return [box];
};

/**
 * The host's own content for the card of a tip: `<template slot="…">` in the
 * tip, else in the `<term-linker>` or `<term-glossary>` around it, slot by slot.
 */
export const slottedOf = (words: Element): readonly Node[] => {
  const bySlot = new Map<string, HTMLTemplateElement>();
  const providers = [
    words,
    words.closest('term-linker'),
    words.closest('term-glossary'),
  ];
  for (const provider of providers) {
    for (const template of provider?.querySelectorAll<HTMLTemplateElement>(
      OWN,
    ) ?? [])
      if (!bySlot.has(template.slot)) bySlot.set(template.slot, template);
  }
  return [...bySlot.values()].flatMap(copiesOf);
};
