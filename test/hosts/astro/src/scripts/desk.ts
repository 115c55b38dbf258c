import type {TermCard} from 'term-elements';
import {rowsAt, TICK} from '../../../common/rows';
import {words} from '../../../common/words';

let tick = 0;

/** Moves the rows but the first, as their keys would have a framework do. */
const redraw = (): void => {
  const list = document.querySelector('#rows');
  if (!list) return;
  const items = new Map(
    [...list.children].map((item) => [
      item.querySelector('term-tip')!.getAttribute('term')!,
      item,
    ]),
  );
  for (const [index, {term, price}] of rowsAt(++tick).entries()) {
    const item = items.get(term)!;
    item.querySelector('term-tip')!.value = price;
    item.querySelector('span')!.textContent = price;
    if (index) list.append(item);
  }
};

setInterval(redraw, TICK);

document.addEventListener('astro:page-load', () => {
  const card = document.querySelector<TermCard>('term-card.by-property');
  if (card) card.glossary = words;
});

document.addEventListener('term-open', ({id}) => {
  document.querySelector('output')!.textContent = id ?? '';
});
