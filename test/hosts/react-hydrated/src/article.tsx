import type {} from 'term-elements/react';
import {useState} from 'react';

export function Article() {
  const [count, setCount] = useState(0);
  return (
    <main>
      <breadcrumb-jsonld items='[{"name": "Home", "url": "/about"}, {"name": "Desk"}]' />
      <h1>Wheels</h1>
      <p>
        The{' '}
        <term-tip term="rim" value={count} value-label="Turns">
          rim
        </term-tip>{' '}
        turns. <button onClick={() => setCount(count + 1)}>Turn</button>
      </p>
      <term-card term="spoke" src="/words.json">
        <a href="https://wheels.example/spoke">Spoke</a>
      </term-card>
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
