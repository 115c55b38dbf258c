import {number, percent, signed} from '../format.js';
import type {AccountState} from '../simulation/account.js';
import type {Position} from '../simulation/positions.js';
import {Explained} from './explained.js';

interface Props {
  readonly account: AccountState;
}

/** What is held, what it earns, and where it ends. */
export const Positions = ({account}: Props) => (
  <section className="panel-box positions" aria-labelledby="positions-title">
    <div className="panel-head">
      <h2 id="positions-title">Positions</h2>
      <p>
        Equity <b>{number(account.equity, 2)}</b> ·{' '}
        <span className="slim">Unrealized PnL </span>
        <b className={account.pnl < 0 ? 'sell' : 'buy'}>
          {signed(account.pnl, 2)}
        </b>
      </p>
    </div>
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-labelledby="positions-title"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Contract</th>
            <th scope="col">Size</th>
            <th scope="col">Entry</th>
            <th scope="col">
              <Explained term="mark-price">Mark</Explained>
            </th>
            <th scope="col">
              <Explained term="liquidation">Liq. price</Explained>
            </th>
            <th scope="col">
              <Explained term="bankruptcy-price">Bankruptcy</Explained>
            </th>
            <th scope="col">
              <Explained
                term="isolated-margin"
                value={number(account.margin, 2)}
                label="In all positions, USD"
              >
                Margin
              </Explained>
            </th>
            <th scope="col">
              <Explained
                term="maintenance-margin"
                value={number(account.maintenance, 2)}
                label="Of all positions, USD"
              >
                Maintenance
              </Explained>
            </th>
            <th scope="col">Unrealized PnL</th>
            <th scope="col">
              <Explained term="auto-deleveraging">ADL rank</Explained>
            </th>
          </tr>
        </thead>
        <tbody>
          {account.positions.map((position) => (
            <Row key={position.contract.symbol} position={position} />
          ))}
        </tbody>
      </table>
      {account.positions.length === 0 && (
        <p className="empty">No open positions.</p>
      )}
    </div>
  </section>
);

const Row = ({position}: {readonly position: Position}) => {
  const {contract, side, size, pnl, mark, rank} = position;
  const {symbol, decimals} = contract;
  const tone = side === 'long' ? 'buy' : 'sell';
  const distance = position.liquidation / mark - 1;
  return (
    <tr>
      <th scope="row">
        {symbol} <small className={tone}>{side}</small>{' '}
        <small>
          <Explained
            term="leverage"
            value={`${position.leverage}×`}
            label={`${symbol}, ${side}`}
            repeated
          >
            {position.leverage}×
          </Explained>
        </small>
      </th>
      <td className={tone}>
        {signed(side === 'long' ? size : -size, contract.sizeDecimals)}{' '}
        <small>{contract.coin}</small>
      </td>
      <td>{number(position.entry, decimals)}</td>
      <td>{number(mark, decimals)}</td>
      <td className="liquidation">
        <Explained
          term="liquidation"
          value={percent(distance, 2)}
          label={`${symbol}, from mark`}
          repeated
        >
          {number(position.liquidation, decimals)}
        </Explained>
      </td>
      <td>{number(position.bankruptcy, decimals)}</td>
      <td>{number(position.margin, 2)}</td>
      <td>{number(position.maintenance, 2)}</td>
      <td className={pnl < 0 ? 'sell' : 'buy'}>
        {signed(pnl, 2)} <small>{percent(position.returnOnMargin, 1)}</small>
      </td>
      <td>
        <Explained
          term="auto-deleveraging"
          value={`${rank} of 5`}
          label={`${symbol}, place in the queue`}
          repeated
        >
          <span className="rank" role="img" aria-label={`${rank} of 5`}>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} className={step <= rank ? 'lit' : ''} />
            ))}
          </span>
        </Explained>
      </td>
    </tr>
  );
};
