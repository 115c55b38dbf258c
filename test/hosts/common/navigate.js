/** A router for libraries that have none: what the server sends is patched in. */
export const navigate = (patch) => {
  const show = async () => {
    const answer = await fetch(location.pathname);
    const html = await answer.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    patch(document.querySelector('#app'), page.querySelector('#app'));
  };
  addEventListener('popstate', show);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('nav a');
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', link.pathname);
    void show();
  });
};
