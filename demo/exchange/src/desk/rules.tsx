import {rate} from '../format.js';
import {fees, fundingHours, mostLeverage} from '../simulation/contract.js';

/**
 * The rules of the exchange, as cards: entries of the glossary with what
 * venue.json puts below them. The addresses of its layer lead here, and open it.
 * Closed, they cost a reader who trades by keyboard one stop.
 */
export const Rules = () => (
  <details className="panel-box rules">
    <summary>
      <h2>Fees, margin and funding times</h2>
    </summary>
    <div className="cards">
      <term-card id="fees" term="fee-tier" structured-data="none">
        <p>
          A trade costs {rate(fees.maker, 2)} of its value as a maker and{' '}
          {rate(fees.taker, 2)} as a taker, and less with a high volume.
        </p>
      </term-card>
      <term-card id="margin-tiers" term="leverage-tier" structured-data="none">
        <p>
          The leverage of a position is {mostLeverage(0)} at most, and the less
          the larger it is.
        </p>
      </term-card>
      <term-card
        id="funding-times"
        term="funding-interval"
        structured-data="none"
      >
        <p>Funding is paid every {fundingHours} hours.</p>
      </term-card>
    </div>
  </details>
);
