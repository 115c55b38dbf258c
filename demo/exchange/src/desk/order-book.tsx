import {number, rate} from '../format.js';
import {groups, type Market} from '../market.js';
import type {Level} from '../simulation/book.js';
import {BTC} from '../simulation/contract.js';
import type {Snapshot} from '../simulation/simulation.js';
import {Explained} from './explained.js';

interface Props {
  readonly market: Market;
  readonly snapshot: Snapshot;
}

/** Resting orders around the spread. Rows are known by their price: they come and go. */
export const OrderBook = ({market, snapshot: {book, ticker}}: Props) => {
  const {asks, bids} = book;
  const most = Math.max(asks.at(-1)!.total, bids.at(-1)!.total);
  const spread = asks[0]!.price - bids[0]!.price;
  const decimals = market.group * BTC.tick < 1 ? 1 : 0;
  return (
    <section className="panel-box book" aria-labelledby="book-title">
      <div className="panel-head">
        <h2 id="book-title">
          <Explained term="order-book">Order book</Explained>
        </h2>
        <label className="group">
          <span className="unseen">Price step</span>
          <select
            value={market.group}
            onChange={({target}) => {
              market.group = Number(target.value);
            }}
          >
            {groups.map((ticks) => (
              <option key={ticks} value={ticks}>
                {ticks * BTC.tick}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Price</th>
            <th scope="col">Size</th>
            <th scope="col">
              <Explained
                term="market-depth"
                value={`${number(bids.at(-1)!.total + asks.at(-1)!.total, 1)} BTC`}
                label="On screen"
              >
                Total
              </Explained>
            </th>
          </tr>
        </thead>
        <tbody className="sell">
          {asks.toReversed().map((level) => (
            <Row
              key={level.price}
              level={level}
              most={most}
              decimals={decimals}
            />
          ))}
        </tbody>
        <tbody>
          <tr className="spread">
            <td className={ticker.lastSide}>{number(ticker.last, 1)}</td>
            <td colSpan={2}>
              <Explained
                term="bid-ask-spread"
                value={number(spread, 1)}
                label="Best ask less best bid"
              >
                Spread
              </Explained>{' '}
              {number(spread, 1)}
              <small> {rate(spread / bids[0]!.price, 4)}</small>
            </td>
          </tr>
        </tbody>
        <tbody className="buy">
          {bids.map((level) => (
            <Row
              key={level.price}
              level={level}
              most={most}
              decimals={decimals}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface RowProps {
  readonly level: Level;
  readonly most: number;
  readonly decimals: number;
}

const Row = ({level: {price, size, total}, most, decimals}: RowProps) => (
  <tr
    style={
      {
        '--depth': `${((100 * total) / most).toFixed(1)}%`,
      } as React.CSSProperties
    }
  >
    <td>{number(price, decimals)}</td>
    <td>{number(size, 3)}</td>
    <td>{number(total, 3)}</td>
  </tr>
);
