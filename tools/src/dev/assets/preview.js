/* The preview: look, filter, and a page that follows the sources. */

const root = document.documentElement;

/** Storage may be denied; the page works without it. */
const stored = (storage, key, value) => {
  try {
    if (value === undefined) return globalThis[storage].getItem(key);
    globalThis[storage].setItem(key, value);
  } catch {
    // Then nothing is remembered.
  }
  return null;
};

const LOOK = 'term-elements-look';
const FILTER = 'term-elements-filter';
const PLACE = 'term-elements-place';

/* Before the page is painted. */
root.dataset.look = stored('localStorage', LOOK) ?? '';

const onReady = () => {
  const look = document.getElementById('theme');
  look.value = root.dataset.look;
  look.addEventListener('change', () => {
    root.dataset.look = look.value;
    stored('localStorage', LOOK, look.value);
  });
  for (const field of document.querySelectorAll('[data-submit]')) {
    field.addEventListener('change', () => field.form.requestSubmit());
  }
  filterTerms();
  returnToPlace();
};

/** Shows the terms that have all words that were typed. */
const filterTerms = () => {
  const input = document.getElementById('filter');
  if (!input) return;
  const kind = document.getElementById('kind');
  const shown = document.getElementById('shown');
  input.closest('[hidden]').hidden = false;
  const fold = (text) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const items = [...document.querySelectorAll('#terms > li')].map((item) => ({
    item,
    words: fold(`${item.dataset.words} ${item.textContent}`),
    kind: item.dataset.kind ?? '',
  }));
  const update = () => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const {item, words, kind: own} of items) {
      const fits =
        wanted.every((word) => words.includes(word)) &&
        (!kind?.value || kind.value === own);
      item.hidden = !fits;
      if (fits) count++;
    }
    shown.textContent =
      count === items.length ? '' : `${count} of ${items.length}`;
    stored(
      'sessionStorage',
      FILTER,
      JSON.stringify([input.value, kind?.value]),
    );
  };
  const [text = '', choice = ''] = JSON.parse(
    stored('sessionStorage', FILTER) ?? '[]',
  );
  input.value = text;
  if (kind) kind.value = choice ?? '';
  input.addEventListener('input', update);
  kind?.addEventListener('change', update);
  update();
};

/** The page is reloaded after a save; its reader stays where they were. */
const returnToPlace = () => {
  const [address, top] = JSON.parse(stored('sessionStorage', PLACE) ?? '[]');
  stored('sessionStorage', PLACE, '[]');
  if (address !== location.href) return;
  document.getElementById('live').textContent = 'Up to date';
  const back = () => scrollTo({top, behavior: 'instant'});
  back();
  // Cards take their room when they have their data.
  addEventListener('term-load', back);
  const stop = () => removeEventListener('term-load', back);
  setTimeout(stop, 1000);
  addEventListener('wheel', stop, {once: true, passive: true});
  addEventListener('keydown', stop, {once: true});
  addEventListener('pointerdown', stop, {once: true});
};

const follow = () => {
  const events = new EventSource('/events');
  events.addEventListener('version', ({data}) => {
    if (data === root.dataset.version) return;
    events.close();
    stored('sessionStorage', PLACE, JSON.stringify([location.href, scrollY]));
    location.reload();
  });
  events.addEventListener('error', () => {
    document.getElementById('live').textContent = 'The preview has ended';
  });
  events.addEventListener('open', () => {
    const live = document.getElementById('live');
    if (live.textContent.endsWith('ended')) live.textContent = '';
  });
};

addEventListener('DOMContentLoaded', () => {
  onReady();
  follow();
});
