'use client';

import type {} from 'term-elements/react';
import {useEffect, useState} from 'react';
import {rowsAt, TICK} from '../../common/rows';
import {words} from '../../common/words';

export function Desk() {
  const [tick, setTick] = useState(0);
  const [opened, setOpened] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  return (
    <main>
      <breadcrumb-jsonld items='[{"name": "Home", "url": "/about"}, {"name": "Desk"}]' />
      <h1>Desk</h1>
      <ul>
        {rowsAt(tick).map(({term, name, price}) => (
          <li key={term}>
            <term-tip
              term={term}
              value={price}
              valueLabel="Now"
              glossary={words}
              onterm-open={(event) => setOpened(event.id ?? '')}
            >
              {name}
            </term-tip>{' '}
            {price}
          </li>
        ))}
      </ul>
      <p>
        Opened: <output>{opened}</output>
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
