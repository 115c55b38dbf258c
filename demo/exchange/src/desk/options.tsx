import {number, rate, signed} from '../format.js';
import type {OptionChain, OptionRow} from '../simulation/options.js';
import {Explained} from './explained.js';

interface Props {
  readonly chain: OptionChain;
  readonly index: number;
}

/**
 * One expiry. A strike that is quoted anew is a new row, as in many a page that
 * gives each message of its feed an element: its words are other nodes then.
 */
export const Options = ({chain, index}: Props) => (
  <section className="panel-box options" aria-labelledby="options-title">
    <div className="panel-head">
      <h2 id="options-title">
        <Explained term="option">Options</Explained>, {chain.expiry}
      </h2>
      <p>
        {chain.days} d · Forward <b>{number(chain.forward, 1)}</b> ·{' '}
        <Explained
          term="implied-volatility"
          value={rate(chain.atTheMoney, 2)}
          label={`At the money, ${chain.expiry}`}
        >
          ATM IV
        </Explained>{' '}
        <b>{rate(chain.atTheMoney, 1)}</b>
      </p>
    </div>
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-labelledby="options-title"
    >
      <table>
        <thead>
          <tr>
            <th scope="colgroup" colSpan={5}>
              <Explained term="call-option">Calls</Explained>
            </th>
            <th scope="col" rowSpan={2}>
              <Explained term="strike-price">Strike</Explained>
            </th>
            <th scope="colgroup" colSpan={3}>
              <Explained term="put-option">Puts</Explained>
            </th>
          </tr>
          <tr>
            <th scope="col">
              <Explained term="theta">Theta</Explained>
            </th>
            <th scope="col">
              <Explained term="vega">Vega</Explained>
            </th>
            <th scope="col">
              <Explained term="gamma">Gamma</Explained>
            </th>
            <th scope="col">
              <Explained term="delta">Delta</Explained>
            </th>
            <th scope="col">Mark</th>
            <th scope="col">Mark</th>
            <th scope="col">
              <Explained term="delta">Delta</Explained>
            </th>
            <th scope="col">
              <Explained term="implied-volatility">IV</Explained>
            </th>
          </tr>
        </thead>
        <tbody>
          {chain.rows.map((row) => (
            <Row key={`${row.strike}:${row.quote}`} row={row} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

const Row = ({
  row,
  index,
}: {
  readonly row: OptionRow;
  readonly index: number;
}) => {
  const {strike, volatility, call, put} = row;
  return (
    <tr data-strike={strike}>
      <td className={strike < index ? 'inside' : ''}>
        {signed(call.theta, 1)}
      </td>
      <td className={strike < index ? 'inside' : ''}>{number(call.vega, 1)}</td>
      <td className={strike < index ? 'inside' : ''}>
        {call.gamma.toFixed(6)}
      </td>
      <td className={strike < index ? 'inside' : ''}>
        {number(call.delta, 3)}
      </td>
      <td className={strike < index ? 'inside' : ''}>
        {number(call.price, 1)}
      </td>
      <th scope="row">{number(strike, 0)}</th>
      <td className={strike > index ? 'inside' : ''}>{number(put.price, 1)}</td>
      <td className={strike > index ? 'inside' : ''}>{number(put.delta, 3)}</td>
      <td className={strike > index ? 'inside' : ''}>
        <Explained
          term="implied-volatility"
          value={rate(volatility, 2)}
          label={`Strike ${number(strike, 0)}, delta ${number(call.delta, 3)}`}
          repeated
        >
          {rate(volatility, 1)}
        </Explained>
      </td>
    </tr>
  );
};
