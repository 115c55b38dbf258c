import {number, timeOfDay} from '../format.js';
import type {Trade} from '../simulation/simulation.js';

interface Props {
  readonly trades: readonly Trade[];
}

/** What was traded last, newest first. */
export const Trades = ({trades}: Props) => (
  <section className="panel-box trades" aria-labelledby="trades-title">
    <div className="panel-head">
      <h2 id="trades-title">Recent trades</h2>
    </div>
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-labelledby="trades-title"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Price</th>
            <th scope="col">Size</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {trades.map(({id, side, price, size, time}) => (
            <tr key={id}>
              <td className={side}>{number(price, 1)}</td>
              <td>{number(size, 3)}</td>
              <td>{timeOfDay(time)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
