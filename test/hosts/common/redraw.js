/** Asks the server for the list ten times a second, while the page has one. */
export const redraw = (patch) => {
  setInterval(async () => {
    if (!document.querySelector('#rows')) return;
    const answer = await fetch('/rows');
    const html = await answer.text();
    const list = document.querySelector('#rows');
    if (list) patch(list, html);
  }, 100);
};

document.addEventListener('term-open', ({id}) => {
  document.querySelector('output').textContent = id;
});
