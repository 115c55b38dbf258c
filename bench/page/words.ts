/** Words in a paragraph. */
const IN_PARAGRAPH = 20;

/** Running text: paragraphs of as many words as are asked for, each made by a function. */
export const textOfWords = (
  count: number,
  word: (index: number) => Element,
): DocumentFragment => {
  const text = document.createDocumentFragment();
  for (let index = 0; index < count;) {
    const paragraph = document.createElement('p');
    const end = Math.min(count, index + IN_PARAGRAPH);
    for (; index < end; index++) paragraph.append(word(index), ' ');
    text.append(paragraph);
  }
  return text;
};
