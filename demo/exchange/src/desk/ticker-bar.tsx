import type {ReactNode} from 'react';
import {compact, countdown, number, percent} from '../format.js';
import type {Ticker} from '../simulation/simulation.js';
import {Explained} from './explained.js';

interface Props {
  readonly ticker: Ticker;
}

/** The instrument, and what its market is at. */
export const TickerBar = ({ticker}: Props) => {
  const {mark, index, msToFunding} = ticker;
  const funding = percent(ticker.fundingRate, 4);
  const next = countdown(msToFunding);
  return (
    <section className="ticker" aria-label="Market">
      <div className="instrument">
        <h1>BTC-PERP</h1>
        <p>Perpetual, settled in USD</p>
      </div>
      <p className={`last ${ticker.lastSide}`}>
        <span className="unseen">Last price </span>
        {number(ticker.last, 1)}
      </p>
      <dl>
        <Figure
          name={
            <Explained
              term="mark-price"
              value={number(mark, 1)}
              label="BTC-PERP, now"
            >
              Mark price
            </Explained>
          }
        >
          {number(mark, 1)}
        </Figure>
        <Figure
          name={
            <Explained
              term="index-price"
              value={number(index, 1)}
              label="BTC, now"
            >
              Index price
            </Explained>
          }
        >
          {number(index, 1)}
        </Figure>
        <Figure
          name={
            <Explained
              term="basis"
              value={percent(ticker.basis, 4)}
              label="Mark above index"
            >
              Basis
            </Explained>
          }
        >
          {percent(ticker.basis, 3)}
        </Figure>
        <Figure
          name={
            <Explained
              term="funding-rate"
              value={funding}
              label={`Now, next in ${next}`}
            >
              Funding rate
            </Explained>
          }
        >
          <span className={ticker.fundingRate < 0 ? 'sell' : 'accent'}>
            {funding}
          </span>
          <small> {next}</small>
        </Figure>
        <Figure name="24 h change">
          <span className={ticker.change < 0 ? 'sell' : 'buy'}>
            {percent(ticker.change, 2)}
          </span>
        </Figure>
        <Figure name="24 h range">
          {number(ticker.low, 1)} – {number(ticker.high, 1)}
        </Figure>
        <Figure name="24 h volume">{compact(ticker.turnover)}</Figure>
        <Figure
          name={
            <Explained
              term="open-interest"
              value={`${compact(ticker.openInterest)} USD`}
              label="All open BTC-PERP"
            >
              Open interest
            </Explained>
          }
        >
          {compact(ticker.openInterest)}
        </Figure>
      </dl>
    </section>
  );
};

const Figure = ({
  name,
  children,
}: {
  readonly name: ReactNode;
  readonly children: ReactNode;
}) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
