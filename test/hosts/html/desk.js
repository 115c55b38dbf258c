const rows = document.querySelector('#rows');

/** The first row stays first; the others change their order ten times a second. */
const redraw = () => {
  const [, ...others] = rows.children;
  rows.append(...others.reverse());
  for (const [index, tip] of rows.querySelectorAll('term-tip').entries())
    tip.value = (100 + index + Math.random()).toFixed(4);
};

setInterval(redraw, 100);

document.addEventListener('term-open', ({id}) => {
  document.querySelector('output').textContent = id;
});

const answer = await fetch('/words.json');
document.querySelector('.by-property').glossary = await answer.json();
