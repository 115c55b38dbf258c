import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {App} from './app.js';
import {Loop} from './loop.js';

/** What programs that look at the page may ask it. */
export interface ExchangePage {
  /** How often React has drawn the page. */
  redraws: number;
  stop(): void;
  start(): void;
}

declare global {
  interface Window {
    exchange: ExchangePage;
  }
}

/** Above 20, so that a slow frame does not bring it below. */
const REDRAWS_A_SECOND = 25;

const parameters = new URLSearchParams(location.search);
const numberOf = (name: string, otherwise: number): number => {
  const value = Number(parameters.get(name) ?? NaN);
  return Number.isFinite(value) && value > 0 ? value : otherwise;
};

const loop = new Loop(
  numberOf('seed', 7),
  Math.min(60, numberOf('fps', REDRAWS_A_SECOND)),
);
window.exchange = {
  redraws: 0,
  stop: () => {
    loop.stop();
  },
  start: () => {
    loop.start();
  },
};
createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <App
      loop={loop}
      drawn={() => {
        window.exchange.redraws++;
      }}
    />
  </StrictMode>,
);
loop.start();
