import {useState} from 'react';
import type {Market} from '../market.js';

interface Props {
  readonly market: Market;
  readonly isRunning: boolean;
}

/** Whose page it is, with what a reader may want to change about all of it. */
export const TopBar = ({market, isRunning}: Props) => {
  const [isLight, setLight] = useState(false);
  return (
    <header className="top-bar">
      <p className="brand">Example Exchange</p>
      <p className="account">Simulated market, paper account</p>
      <button
        type="button"
        className="quiet"
        aria-pressed={!isRunning}
        onClick={() => {
          if (market.isRunning) market.stop();
          else market.start();
        }}
      >
        Pause
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={isLight}
        onClick={() => {
          document.documentElement.classList.toggle('light', !isLight);
          setLight(!isLight);
        }}
      >
        Light
      </button>
    </header>
  );
};
