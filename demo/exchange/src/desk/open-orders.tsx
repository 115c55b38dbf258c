import {number, timeOfDay} from '../format.js';
import type {Order} from '../simulation/account.js';

interface Props {
  readonly orders: readonly Order[];
  readonly onCancel: (id: number) => void;
}

/** Orders that wait for their price. */
export const OpenOrders = ({orders, onCancel}: Props) => (
  <section className="panel-box orders" aria-labelledby="orders-title">
    <div className="panel-head">
      <h2 id="orders-title">Open orders</h2>
      <p>{orders.length}</p>
    </div>
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-labelledby="orders-title"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Contract</th>
            <th scope="col">Side</th>
            <th scope="col">Size</th>
            <th scope="col">Price</th>
            <th scope="col">Flags</th>
            <th scope="col">Placed, UTC</th>
            <th scope="col">
              <span className="unseen">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({id, contract, side, size, price, time, ...order}) => (
            <tr key={id}>
              <th scope="row">{contract.symbol}</th>
              <td className={side}>{side === 'buy' ? 'Buy' : 'Sell'}</td>
              <td>{number(size, contract.sizeDecimals)}</td>
              <td>{number(price, contract.decimals)}</td>
              <td>
                {[order.postOnly && 'Post', order.reduceOnly && 'Reduce']
                  .filter(Boolean)
                  .join(', ') || '–'}
              </td>
              <td>{timeOfDay(time)}</td>
              <td>
                <button
                  type="button"
                  className="quiet"
                  aria-label={`Cancel ${side} ${contract.symbol} at ${number(price, contract.decimals)}`}
                  onClick={() => {
                    onCancel(id);
                  }}
                >
                  Cancel
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {orders.length === 0 && <p className="empty">No open orders.</p>}
    </div>
  </section>
);
