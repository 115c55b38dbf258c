/**
 * The search of a glossary site. Nothing is loaded before the field is first
 * focused; then the index comes, and of a large glossary only the part that
 * the first letters ask for. Without this script the form leads to a page that
 * goes on by letters.
 */

/** Entries that are offered while typing, and on the page of results. */
const OFFERED = 8;
const LISTED = 100;
/** Files that a beginning may ask for that several words share. */
const MOST_FILES = 6;

const form = document.querySelector('form.search');
const input = form?.querySelector('input');

const SPACELESS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** As `searchWords` of search-index.ts, which made the index. */
const wordsOf = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const indexedWordsOf = (text) =>
  wordsOf(text).flatMap((word) =>
    SPACELESS.test(word)
      ? [...word].map((_, at, all) => all.slice(at).join(''))
      : word,
  );

const json = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
};

/** What has been asked for once; what failed may be asked for again. */
const once = (make) => {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      const value = make(key);
      known.set(key, value);
      value.catch(() => known.delete(key));
    }
    return known.get(key);
  };
};

const start = once(async () => {
  const [{default: MiniSearch}, {shards}] = await Promise.all([
    import('./minisearch.js'),
    json(new URL('index.json', form.action)),
  ]);
  return {MiniSearch, shards: new Map(Object.entries(shards))};
});

const indexOf = once(async (file) => {
  const {MiniSearch} = await start('');
  const entries = await json(new URL(`${file}.json`, form.action));
  const index = new MiniSearch({
    fields: ['name', 'others', 'summary'],
    storeFields: ['name', 'address', 'summary'],
    tokenize: indexedWordsOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: wordsOf,
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: {name: 5, others: 3},
      combineWith: 'AND',
    },
  });
  index.addAll(
    entries.map(([name, address, others, summary]) => ({
      id: address,
      name,
      address,
      others,
      summary,
    })),
  );
  return index;
});

/** The files with words that begin like this one. */
const filesFor = (word, shards) => {
  const letters = [...word];
  for (let length = letters.length; length >= 0; length--) {
    const key = letters.slice(0, length).join('');
    const file = shards.get(key);
    const longer = [...shards.keys()].filter(
      (other) =>
        other !== key && length === letters.length && other.startsWith(key),
    );
    if (file !== undefined || longer.length) {
      const files = longer.map((other) => shards.get(other));
      if (file !== undefined) files.unshift(file);
      return files.slice(0, MOST_FILES);
    }
  }
  return [];
};

const search = async (text, most) => {
  const [first] = wordsOf(text).sort((a, b) => b.length - a.length);
  if (!first) return [];
  const {shards} = await start('');
  const indexes = await Promise.all(filesFor(first, shards).map(indexOf));
  const found = new Map();
  for (const result of indexes.flatMap((index) => index.search(text))) {
    const known = found.get(result.id);
    if (!known || known.score < result.score) found.set(result.id, result);
  }
  const asked = wordsOf(text).join(' ');
  // What is called so comes before what begins so, and that before the rest.
  const rank = ({name}) => {
    const words = wordsOf(name).join(' ');
    if (words === asked) return 3;
    if (words.startsWith(asked)) return 2;
    return words.includes(` ${asked}`) ? 1 : 0;
  };
  return [...found.values()]
    .sort((a, b) => rank(b) - rank(a) || b.score - a.score)
    .slice(0, most);
};

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const linkTo = ({name, address, summary}, properties) =>
  make(
    'a',
    {href: new URL(address, form.action).href, ...properties},
    make('b', {textContent: name}),
    summary,
  );

const offerEntries = () => {
  const list = make('ul', {className: 'found', id: 'found', hidden: true});
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label').textContent);
  const status = make('p', {className: 'hidden'});
  status.setAttribute('role', 'status');
  form.append(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', 'found');
  input.setAttribute('aria-expanded', 'false');

  let active = -1;
  let asked = 0;
  const options = () => [...list.querySelectorAll('[role=option]')];
  const show = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) choose(-1);
  };
  const choose = (at) => {
    active = at;
    for (const [index, option] of options().entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({block: 'nearest'});
    }
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `found-${at}`);
  };
  /** For those who listen: how many there are, and the first; not all of them. */
  const say = (text, found) => {
    const [first] = found;
    status.textContent = !text.trim()
      ? ''
      : first
        ? `${found.length}: ${first.name}`
        : form.dataset.none;
  };
  const update = async () => {
    const run = ++asked;
    const text = input.value;
    const found = await search(text, OFFERED).catch(() => undefined);
    if (run !== asked || !found) return;
    const rows = found.map((entry, at) => {
      const option = make(
        'li',
        {id: `found-${at}`},
        linkTo(entry, {tabIndex: -1}),
      );
      option.setAttribute('role', 'option');
      return option;
    });
    const none = form.dataset.none;
    list.replaceChildren(
      ...(rows.length
        ? rows
        : [make('li', {className: 'none', textContent: none})]),
    );
    say(text, found);
    active = -1;
    show(text.trim() !== '');
  };

  input.addEventListener('focus', () => void start('').catch(() => undefined));
  input.addEventListener('input', () => void update());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const all = options();
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      all[active].querySelector('a').click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        if (all.length) show(true);
        else void update();
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are entries: that of the field itself.
      const places = all.length + 1;
      choose(((active + 1 + step + places) % places) - 1);
    }
  });
  form.addEventListener('focusout', ({relatedTarget}) => {
    if (!form.contains(relatedTarget)) show(false);
  });
  // The field keeps the focus while an entry is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    const {key, target, ctrlKey, metaKey, altKey} = event;
    const isTyping = target.closest?.(
      'input, textarea, select, [contenteditable]',
    );
    if (key !== '/' || ctrlKey || metaKey || altKey || isTyping) return;
    event.preventDefault();
    input.focus();
  });
  return say;
};

const listResults = async (place, say) => {
  const text = new URLSearchParams(location.search).get('q') ?? '';
  if (!text.trim()) return;
  input.value = text;
  const found = await search(text, LISTED);
  say(text, found);
  place.replaceChildren(
    found.length
      ? make(
          'ul',
          {className: 'entries'},
          ...found.map(({name, address, summary}) =>
            make(
              'li',
              {},
              make(
                'h2',
                {},
                make('a', {
                  href: new URL(address, form.action).href,
                  textContent: name,
                }),
              ),
              make('p', {textContent: summary}),
            ),
          ),
        )
      : make('p', {textContent: form.dataset.none}),
  );
};

if (input) {
  const say = offerEntries();
  const place = document.querySelector('.results');
  if (place) {
    listResults(place, say).catch((error) => {
      place.replaceChildren(make('p', {textContent: form.dataset.failed}));
      console.error(error);
    });
  }
}
