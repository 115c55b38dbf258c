import {useState} from 'react';
import {number, rate} from '../format.js';
import type {Market} from '../market.js';
import {
  BTC,
  fees,
  maintenanceRate,
  mostLeverage,
  roundTo,
} from '../simulation/contract.js';
import {liquidationPrice} from '../simulation/positions.js';
import type {Snapshot} from '../simulation/simulation.js';
import {Explained} from './explained.js';

interface Props {
  readonly market: Market;
  readonly snapshot: Snapshot;
}

const shares = [0.1, 0.25, 0.5, 1];

/** An order for the perpetual, and what it would mean. */
export const OrderForm = ({market, snapshot}: Props) => {
  const {account, book} = snapshot;
  const [side, setSide] = useState<'buy' | 'sell'>('buy');
  const [type, setType] = useState<'limit' | 'market'>('limit');
  const [price, setPrice] = useState('63950.0');
  const [size, setSize] = useState('0.250');
  const [leverage, setLeverage] = useState(10);
  const [reduceOnly, setReduceOnly] = useState(false);
  const [postOnly, setPostOnly] = useState(true);
  const [answer, setAnswer] = useState('');

  const best = side === 'buy' ? book.asks[0]!.price : book.bids[0]!.price;
  const at = type === 'limit' ? Number(price) || 0 : best;
  const coins = Number(size) || 0;
  const role = type === 'limit' && postOnly ? 'maker' : 'taker';
  const liquidation = liquidationPrice({
    contract: BTC,
    side: side === 'buy' ? 'long' : 'short',
    size: coins,
    entry: at,
    leverage,
  });

  const place = (event: React.FormEvent) => {
    event.preventDefault();
    const placed = market.place({
      contract: BTC,
      side,
      price: type === 'limit' ? roundTo(at, BTC.tick) : undefined,
      size: coins,
      leverage,
      reduceOnly,
      postOnly: type === 'limit' && postOnly,
    });
    setAnswer(
      placed.status === 'refused'
        ? placed.reason
        : placed.status === 'open'
          ? 'The order is in the book.'
          : `Filled at ${number(placed.price, 1)}.`,
    );
  };

  return (
    <form
      className="panel-box form"
      aria-labelledby="form-title"
      onSubmit={place}
    >
      <h2 id="form-title" className="unseen">
        Place an order
      </h2>
      <fieldset className="sides">
        <legend className="unseen">Side</legend>
        {(['buy', 'sell'] as const).map((value) => (
          <label key={value} className={value}>
            <input
              type="radio"
              name="side"
              checked={side === value}
              onChange={() => {
                setSide(value);
              }}
            />
            {value === 'buy' ? 'Buy, long' : 'Sell, short'}
          </label>
        ))}
      </fieldset>
      <fieldset className="types">
        <legend className="unseen">Type</legend>
        {(['limit', 'market'] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="type"
              checked={type === value}
              onChange={() => {
                setType(value);
              }}
            />
            {value === 'limit' ? 'Limit' : 'Market'}
          </label>
        ))}
        <span>
          <Explained term="limit-order">What is a limit order?</Explained>
        </span>
      </fieldset>
      <label className="field">
        <span>Price</span>
        <input
          inputMode="decimal"
          value={type === 'limit' ? price : 'Best price'}
          disabled={type === 'market'}
          onChange={({target}) => {
            setPrice(target.value);
          }}
        />
        <span className="unit">USD</span>
      </label>
      <label className="field">
        <span>Size</span>
        <input
          inputMode="decimal"
          value={size}
          onChange={({target}) => {
            setSize(target.value);
          }}
        />
        <span className="unit">BTC</span>
      </label>
      <div
        className="shares"
        role="group"
        aria-label="Share of what is available"
      >
        {shares.map((share) => (
          <button
            key={share}
            type="button"
            className="quiet"
            onClick={() => {
              const most = (account.available * leverage) / (at || best);
              setSize((Math.floor(most * share * 1000) / 1000).toFixed(3));
            }}
          >
            {share * 100}%
          </button>
        ))}
      </div>
      <div className="slider">
        <div>
          <Explained
            term="leverage"
            value={`${leverage}×`}
            label="Chosen for this order"
          >
            Leverage
          </Explained>
          <output htmlFor="leverage">{leverage}×</output>
        </div>
        <input
          id="leverage"
          type="range"
          aria-label="Leverage"
          min={1}
          max={mostLeverage(0)}
          value={leverage}
          onChange={({target}) => {
            setLeverage(Number(target.value));
          }}
        />
        <div className="ends" aria-hidden="true">
          <span>1×</span>
          <span>{mostLeverage(0)}×</span>
        </div>
      </div>
      <div className="flags">
        <label>
          <input
            type="checkbox"
            checked={postOnly && type === 'limit'}
            disabled={type === 'market'}
            onChange={({target}) => {
              setPostOnly(target.checked);
            }}
          />
          Post-only
        </label>
        <label>
          <input
            type="checkbox"
            checked={reduceOnly}
            onChange={({target}) => {
              setReduceOnly(target.checked);
            }}
          />
          Reduce-only
        </label>
      </div>
      <button type="submit" className={`place ${side}`}>
        {side === 'buy' ? 'Buy' : 'Sell'} {number(coins, 3)} BTC
      </button>
      <p className="answer" role="status">
        {answer}
      </p>
      <dl>
        <div>
          <dt>Value</dt>
          <dd>{number(coins * at, 2)}</dd>
        </div>
        <div>
          <dt>
            <Explained
              term="initial-margin"
              value={`${number((coins * at) / leverage, 2)} USD`}
              label="For this order"
            >
              Initial margin
            </Explained>
          </dt>
          <dd>{number((coins * at) / leverage, 2)}</dd>
        </div>
        <div>
          <dt>
            <Explained
              term="maintenance-margin"
              value={`${number(maintenanceRate(coins * at) * coins * at, 2)} USD`}
              label="For this order"
            >
              Maintenance margin
            </Explained>
          </dt>
          <dd>{rate(maintenanceRate(coins * at), 1)}</dd>
        </div>
        <div>
          <dt>
            <Explained
              term="liquidation"
              value={number(liquidation, 1)}
              label="For this order, at"
            >
              Liq. price
            </Explained>
          </dt>
          <dd>{coins > 0 ? number(Math.max(0, liquidation), 1) : '–'}</dd>
        </div>
        <div>
          <dt>
            Fee,{' '}
            <Explained
              term={`${role}-fee`}
              value={rate(fees[role], 2)}
              label={`Tier ${fees.tier}`}
            >
              {role}
            </Explained>
          </dt>
          <dd>{number(coins * at * fees[role], 2)}</dd>
        </div>
        <div>
          <dt>Available</dt>
          <dd>{number(account.available, 2)}</dd>
        </div>
      </dl>
    </form>
  );
};
