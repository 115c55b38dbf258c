import type {} from 'term-elements/solid';
import {createSignal, For, onCleanup} from 'solid-js';
import {createStore, reconcile} from 'solid-js/store';
import {rowsAt, TICK} from '../../common/rows';
import {words} from '../../common/words';

export function Desk() {
  let tick = 0;
  const [market, setMarket] = createStore({rows: rowsAt(tick)});
  const [opened, setOpened] = createSignal('');
  const timer = setInterval(() => {
    setMarket('rows', reconcile(rowsAt(++tick), {key: 'term'}));
  }, TICK);
  onCleanup(() => clearInterval(timer));
  return (
    <main>
      <breadcrumb-jsonld items='[{"name": "Home", "url": "/about"}, {"name": "Desk"}]' />
      <h1>Desk</h1>
      <ul>
        <For each={market.rows}>
          {(row) => (
            <li>
              <term-tip
                term={row.term}
                value={row.price}
                valueLabel="Now"
                glossary={words}
                on:term-open={(event) => setOpened(event.id ?? '')}
              >
                {row.name}
              </term-tip>{' '}
              {row.price}
            </li>
          )}
        </For>
      </ul>
      <p>
        Opened: <output>{opened()}</output>
      </p>
      <term-card class="by-property" term="hub" glossary={words}>
        Hub
      </term-card>
      <term-card class="by-src" term="spoke" src="/words.json">
        <a href="https://wheels.example/spoke">Spoke</a>
      </term-card>
      <term-figure figure='{"type": "pool", "x": 100, "y": 400000, "trade": 25}' />
      <faq-block>
        <details>
          <summary>Do wheels turn?</summary>
          <p>Yes, around the axle.</p>
        </details>
      </faq-block>
      <term-linker mode="highlight">
        <p>A spoke holds the rim.</p>
      </term-linker>
    </main>
  );
}
