import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import {
  preferences,
  Preferences,
} from '../../../src/page/preferences/preferences.js';
import {STORAGE_KEY} from '../../../src/page/preferences/storage-key.js';
import {framed, until} from '../support/page.js';

describe('preferences', () => {
  afterEach(() => {
    preferences.set({cards: true, difficulty: 1});
    preferences.forgetAll();
  });

  it('are remembered in the storage of the origin, and tell of changes', () => {
    let changes = 0;
    preferences.addEventListener('change', () => changes++);
    preferences.set({cards: false, difficulty: 3});
    preferences.know('margin');
    expect(changes).to.equal(2);
    expect(JSON.parse(localStorage.getItem(STORAGE_KEY)!)).to.deep.equal({
      cards: false,
      difficulty: 3,
      known: ['margin'],
    });
    expect(preferences.current.cards).to.equal(false);
    expect(preferences.knows('margin')).to.equal(true);
    preferences.forget('margin');
    expect(preferences.knows('margin')).to.equal(false);
  });

  it('are one object, however many copies of the library there are', () => {
    const shared = globalThis as unknown as Record<symbol, Preferences>;
    expect(shared[Symbol.for('term-elements.preferences.1')]).to.equal(
      preferences,
    );
  });

  it('follow what another page of the origin changes, at once', async () => {
    expect(preferences.current.cards).to.equal(true);
    const other = await framed('about:blank');
    const {localStorage: storage} = other.contentWindow!;
    const told = oneEvent(preferences, 'change');
    storage.setItem(STORAGE_KEY, '{"cards":false,"known":["leverage"]}');
    await told;
    expect(preferences.current.cards).to.equal(false);
    expect(preferences.knows('leverage')).to.equal(true);
    // What both write is kept of both.
    storage.setItem(STORAGE_KEY, '{"known":["leverage","delta"]}');
    preferences.know('margin');
    expect([...preferences.current.known]).to.deep.equal([
      'leverage',
      'delta',
      'margin',
    ]);
  });

  it('tell a page that only listens what another page changes', async () => {
    const own = new Preferences();
    const told: boolean[] = [];
    own.addEventListener('change', () => told.push(own.current.cards));
    const other = await framed('about:blank');
    other.contentWindow!.localStorage.setItem(STORAGE_KEY, '{"cards":false}');
    await until(() => told.includes(false), 'the change');
  });

  it('start afresh when another page clears the storage', async () => {
    preferences.know('margin');
    const other = await framed('about:blank');
    const told = oneEvent(preferences, 'change');
    other.contentWindow!.localStorage.clear();
    await told;
    expect(preferences.knows('margin')).to.equal(false);
  });

  it('work in a page that is denied its storage', async () => {
    const module = new URL(
      '../../../src/page/preferences/preferences.ts',
      import.meta.url,
    ).href;
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe title="Sandboxed" sandbox="allow-scripts"></iframe>`,
    );
    const answer = new Promise<unknown>((resolve) => {
      addEventListener(
        'message',
        ({data}) => {
          resolve(data);
        },
        {once: true},
      );
    });
    frame.srcdoc = `<script type="module">
      const {preferences} = await import(${JSON.stringify(module)});
      preferences.know('margin');
      let denied = false;
      try { localStorage; } catch { denied = true; }
      parent.postMessage({denied, knows: preferences.knows('margin')}, '*');
    ${'</'}script>`;
    expect(await answer).to.deep.equal({denied: true, knows: true});
  });
});
