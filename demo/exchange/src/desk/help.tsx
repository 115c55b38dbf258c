import {number, percent, rate} from '../format.js';
import {fundingHours, maintenanceRate} from '../simulation/contract.js';
import type {Snapshot} from '../simulation/simulation.js';

interface Props {
  readonly snapshot: Snapshot;
}

/**
 * Help with an example that is worked out again at each redraw: React owns every
 * text node of it, so its terms are painted and nothing is put between them.
 */
export const Help = ({snapshot: {account, ticker}}: Props) => {
  const position = account.positions[0];
  return (
    <section className="panel-box help" aria-labelledby="help-title">
      <div className="panel-head">
        <h2 id="help-title">Help</h2>
      </div>
      <term-linker mode="highlight" for="#help" />
      <div id="help">
        <article>
          <h3>How is my liquidation price computed?</h3>
          <p>
            Each position here has isolated margin: what you put behind it is
            all that it can lose. We compare that margin, together with the
            profit or loss at the mark price, with the maintenance margin. Where
            the two meet, liquidation begins.
          </p>
          {position && (
            <p>
              Your <span translate="no">{position.contract.symbol}</span>{' '}
              {position.side} of{' '}
              {number(position.size, position.contract.sizeDecimals)}{' '}
              {position.contract.coin} was opened at{' '}
              {number(position.entry, position.contract.decimals)} with a
              leverage of {position.leverage}. Its maintenance margin is{' '}
              {rate(maintenanceRate(position.size * position.entry), 1)} of its
              value, which is {number(position.maintenance, 2)} now. It is
              liquidated at{' '}
              {number(position.liquidation, position.contract.decimals)},{' '}
              {percent(position.liquidation / position.mark - 1, 2)} from the
              mark price; its bankruptcy price, at which nothing of the margin
              is left, is{' '}
              {number(position.bankruptcy, position.contract.decimals)}.
            </p>
          )}
        </article>
        <article id="funding">
          <h3>Who pays funding, and how much?</h3>
          <p>
            It is paid every {fundingHours} hours. While the perpetual future
            trades above its index price the funding rate is mostly positive,
            and longs pay shorts. At {percent(ticker.fundingRate, 4)}, a long
            position of 10,000 dollars would pay{' '}
            {number(ticker.fundingRate * 10_000, 2)} dollars at the next time.
            The exchange keeps none of it.
          </p>
        </article>
        <article>
          <h3>What happens after a liquidation?</h3>
          <p>
            We close the position in the order book. What is left of the margin
            goes to the insurance fund; what is lacking is taken from it. Only
            if the fund is used up does auto-deleveraging close positions of the
            other side, and your ADL rank says how early yours would be among
            them. Orders in a thin market cause slippage, so large positions
            have a higher maintenance margin.
          </p>
        </article>
      </div>
    </section>
  );
};
