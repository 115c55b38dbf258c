import {useLayoutEffect, useSyncExternalStore} from 'react';
import type {Market} from '../market.js';
import {Chart} from './chart.js';
import {Help} from './help.js';
import {OpenOrders} from './open-orders.js';
import {Options} from './options.js';
import {OrderBook} from './order-book.js';
import {OrderForm} from './order-form.js';
import {Positions} from './positions.js';
import {Rules} from './rules.js';
import {TickerBar} from './ticker-bar.js';
import {TopBar} from './top-bar.js';
import {Trades} from './trades.js';

interface Props {
  readonly market: Market;
  /** Called when a redraw is in the document. */
  readonly onRedraw: () => void;
}

/** The whole page. Nothing in it is memoised: every redraw goes through all of it. */
export const Desk = ({market, onRedraw}: Props) => {
  const snapshot = useSyncExternalStore(market.subscribe, market.snapshot);
  useLayoutEffect(onRedraw);
  const {account, candles, options, ticker, trades} = snapshot;
  return (
    <>
      <TopBar market={market} isRunning={market.isRunning} />
      <TickerBar ticker={ticker} />
      <main className="desk">
        <Chart candles={candles} mark={ticker.mark} />
        <OrderBook market={market} snapshot={snapshot} />
        <OrderForm market={market} snapshot={snapshot} />
        <Options chain={options} index={ticker.index} />
        <Trades trades={trades} />
        <Positions account={account} />
        <OpenOrders
          orders={account.orders}
          onCancel={(id) => {
            market.cancel(id);
          }}
        />
        <Help snapshot={snapshot} />
        <Rules />
      </main>
    </>
  );
};
