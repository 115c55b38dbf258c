import {
  bundledSource,
  httpSource,
  layered,
  type TermGlossary,
} from 'term-elements';
import 'term-elements/term-card.js';
import 'term-elements/term-glossary.js';
import 'term-elements/term-linker.js';
import 'term-elements/term-tip.js';
import {createRoot} from 'react-dom/client';
import {Desk} from './desk/desk.js';
import {Market} from './market.js';

/** For tests and measurements: how often the page was drawn. */
interface Counter {
  redraws: number;
}

declare global {
  interface Window {
    exchange: Counter;
  }
}

const defaultSeed = 20_261_122;
const defaultFps = 25;
const mostFps = 120;

const query = new URLSearchParams(location.search);

/** A number of the address, if it is one that can be used. */
const option = (name: string, fallback: number, most: number): number => {
  const value = Number(query.get(name) ?? NaN);
  return value > 0 && value <= most ? value : fallback;
};

window.exchange = {redraws: 0};
const market = new Market(
  option('seed', defaultSeed, 2 ** 32),
  option('fps', defaultFps, mostFps),
);

// The exchange's own facts over the bundled glossary. Neither is loaded before
// a card or the help asks for it.
document.querySelector<TermGlossary>('term-glossary')!.glossary = layered([
  bundledSource,
  httpSource(new URL('our-layer.json', import.meta.url).href),
]);

createRoot(document.querySelector('#desk')!).render(
  <Desk
    market={market}
    onRedraw={() => {
      window.exchange.redraws++;
    }}
  />,
);
market.start();
