/** The market of the trading page: always the same, and never absurd. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import venue from '../../../demo/exchange/venue.json' with {type: 'json'};
import type {OrderRequest} from '../../../demo/exchange/src/simulation/account.js';
import {
  BTC,
  ETH,
  fees,
  fundingRate,
  maintenanceRate,
  mostLeverage,
} from '../../../demo/exchange/src/simulation/contract.js';
import {
  cumulative,
  greeksOf,
} from '../../../demo/exchange/src/simulation/options.js';
import {
  bankruptcyPrice,
  directionOf,
  liquidationPrice,
  positionOf,
} from '../../../demo/exchange/src/simulation/positions.js';
import {Simulation} from '../../../demo/exchange/src/simulation/simulation.js';

const stepMs = 40;

const after = (seed: number, steps: number): Simulation => {
  const simulation = new Simulation(seed);
  for (let step = 0; step < steps; step++) simulation.advance(stepMs);
  return simulation;
};

const near = (value: number, expected: number, error: number) => {
  assert.ok(
    Math.abs(value - expected) <= error,
    `${value} is not within ${error} of ${expected}`,
  );
};

describe('the simulated market', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, same, other] = [7, 7, 8].map((seed) =>
      after(seed, 500).snapshot(),
    );
    assert.deepEqual(one, same);
    assert.notDeepEqual(one, other);
  });

  it('keeps its book sorted and never crossed, in every grouping', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({min: 0, max: 400}),
        fc.constantFrom(1, 2, 10, 20),
        (seed, steps, group) => {
          const {asks, bids} = after(seed, steps).snapshot(group).book;
          assert.equal(asks.length, 15);
          assert.equal(bids.length, 15);
          assert.ok(bids[0]!.price < asks[0]!.price);
          for (const [side, direction] of [
            [asks, 1],
            [bids, -1],
          ] as const) {
            let total = 0;
            for (const [row, level] of side.entries()) {
              assert.ok(level.size > 0);
              total += level.size;
              near(level.total, total, 1e-9);
              const next = side[row + 1];
              if (next) assert.ok(direction * (next.price - level.price) > 0);
            }
          }
        },
      ),
      {numRuns: 25},
    );
  });

  it('keeps mark, index and trades together', () => {
    const simulation = new Simulation(3);
    for (let step = 0; step < 3000; step++) {
      simulation.advance(stepMs);
      const {ticker, book, trades} = simulation.snapshot();
      near(ticker.mark / ticker.index, 1, 0.001);
      near(ticker.basis, ticker.mark / ticker.index - 1, 1e-12);
      near(book.bids[0]!.price / ticker.mark, 1, 0.001);
      near(trades[0]!.price / ticker.mark, 1, 0.002);
      assert.ok(Math.abs(ticker.fundingRate) <= 0.0075);
      assert.ok(ticker.low <= ticker.last && ticker.last <= ticker.high);
    }
  });

  it('adds up its account', () => {
    const {account} = after(11, 200).snapshot();
    let pnl = 0;
    for (const position of account.positions) {
      const {side, size, mark, entry, margin, leverage} = position;
      near(position.pnl, directionOf(side) * size * (mark - entry), 1e-6);
      near(margin, (size * entry) / leverage, 1e-6);
      pnl += position.pnl;
    }
    near(account.pnl, pnl, 1e-6);
    near(account.equity, account.wallet + pnl, 1e-6);
  });

  it('pays funding once, when its time has come', () => {
    const simulation = new Simulation(5);
    const before = simulation.snapshot();
    // Until a second before, in long steps; nothing is paid.
    simulation.advance(before.ticker.msToFunding - 1000);
    const wallet = simulation.snapshot().account.wallet;
    assert.equal(wallet, before.account.wallet);
    simulation.advance(999);
    assert.equal(simulation.snapshot().account.wallet, wallet);
    simulation.advance(1);
    const paid = simulation.snapshot().account.wallet;
    assert.notEqual(paid, wallet);
    simulation.advance(1000);
    assert.equal(simulation.snapshot().account.wallet, paid);
  });
});

describe('the rules of the exchange', () => {
  it('are those that its layer puts over the glossary', () => {
    assert.equal(fees, venue.fees[0]);
    for (const [index, tier] of venue.marginTiers.entries()) {
      const from = venue.marginTiers[index - 1]?.to ?? 0;
      for (const value of [from + 1, tier.to]) {
        assert.equal(maintenanceRate(value), tier.maintenance);
        near(mostLeverage(value) * tier.initial, 1, 1e-9);
      }
    }
    const {interest, clamp, cap} = venue.funding;
    near(fundingRate(interest + clamp / 2), interest, 1e-12);
    near(fundingRate(interest + 3 * clamp), interest + 2 * clamp, 1e-12);
    assert.equal(fundingRate(1), cap);
  });
});

describe('an order', () => {
  const order: OrderRequest = {
    contract: BTC,
    side: 'buy',
    price: undefined,
    size: 0.25,
    leverage: 10,
    reduceOnly: false,
    postOnly: false,
  };
  const placed = (change: Partial<OrderRequest>) => {
    const simulation = new Simulation(1);
    const before = simulation.snapshot();
    const answer = simulation.place({...order, ...change});
    return {answer, before, now: simulation.snapshot()};
  };

  it('at the market is filled at the best price, and averages the entry', () => {
    const {answer, before, now} = placed({});
    const ask = before.book.asks[0]!.price;
    assert.deepEqual(answer, {status: 'filled', price: ask});
    const [held] = now.account.positions;
    assert.equal(held!.size, 1.5);
    near(held!.entry, (1.25 * 61_840.5 + 0.25 * ask) / 1.5, 1e-6);
  });

  it('below the market waits in the list until it is cancelled', () => {
    const simulation = new Simulation(1);
    assert.equal(simulation.place({...order, price: 60_000}).status, 'open');
    const [first] = simulation.snapshot().account.orders;
    assert.equal(first!.price, 60_000);
    simulation.cancel(first!.id);
    assert.equal(simulation.snapshot().account.orders.includes(first!), false);
  });

  it('the other way realises a profit, and turns the position when it is larger', () => {
    const {now, before} = placed({side: 'sell', size: 1.5});
    const bid = before.book.bids[0]!.price;
    const [held] = now.account.positions;
    assert.equal(held!.side, 'short');
    assert.equal(held!.size, 0.25);
    near(
      now.account.wallet - before.account.wallet,
      1.25 * (bid - 61_840.5) - 1.5 * bid * 0.0005,
      1e-6,
    );
  });

  for (const [why, change] of [
    ['it is post-only and would trade', {price: 70_000, postOnly: true}],
    ['it may only reduce and would add', {reduceOnly: true}],
    ['there is not enough margin', {size: 50}],
    ['it has no size', {size: 0}],
  ] as const) {
    it(`is refused when ${why}`, () => {
      const {answer, before, now} = placed(change);
      assert.equal(answer.status, 'refused');
      assert.deepEqual(now.account, before.account);
    });
  }
});

describe('the leverage of an order', () => {
  const order: OrderRequest = {
    contract: BTC,
    side: 'buy',
    price: undefined,
    size: 0.5,
    leverage: 50,
    reduceOnly: false,
    postOnly: false,
  };

  it('is limited by the position that it would make', () => {
    const simulation = new Simulation(1);
    // 0.5 BTC alone is in the first tier; with the 1.25 BTC held it is not.
    assert.equal(mostLeverage(0.5 * BTC.start), 50);
    assert.deepEqual(simulation.place(order), {
      status: 'refused',
      reason: 'A position of this size has a leverage of 40 at most.',
    });
    assert.equal(simulation.place({...order, leverage: 40}).status, 'filled');
  });

  it('does not matter where it only reduces', () => {
    const {status} = new Simulation(1).place({...order, side: 'sell'});
    assert.equal(status, 'filled');
  });
});

describe('a position', () => {
  it('is liquidated where its margin and loss leave the maintenance margin', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('long' as const, 'short' as const),
        fc.double({min: 0.01, max: 200, noNaN: true}),
        fc.integer({min: 1, max: 30}),
        (side, size, leverage) => {
          const holding = {contract: ETH, side, size, entry: 3_000, leverage};
          const price = liquidationPrice(holding);
          const {margin, pnl, value} = positionOf(holding, price);
          near(
            margin + pnl,
            maintenanceRate(size * 3_000) * value,
            1e-6 * value + 1e-9,
          );
          const direction = directionOf(side);
          assert.ok(direction * (price - bankruptcyPrice(holding)) >= 0);
        },
      ),
    );
  });
});

describe('an option', () => {
  it('keeps put-call parity, and its Greeks are the slopes of its price', () => {
    const [forward, strike, years, volatility] = [64_000, 66_000, 0.09, 0.45];
    const at = (type: 'call' | 'put', f = forward, v = volatility, y = years) =>
      greeksOf(type, f, strike, y, v).price;
    near(at('call') - at('put'), forward - strike, 1e-6);
    const call = greeksOf('call', forward, strike, years, volatility);
    const put = greeksOf('put', forward, strike, years, volatility);
    near(
      call.delta,
      (at('call', forward + 5) - at('call', forward - 5)) / 10,
      1e-3,
    );
    near(put.delta, call.delta - 1, 1e-12);
    near(
      call.vega,
      at('call', forward, volatility + 0.005) -
        at('call', forward, volatility - 0.005),
      0.1,
    );
    near(
      call.theta,
      at('call', forward, volatility, years - 1 / 365) - at('call'),
      1,
    );
  });

  it('reads the normal distribution to six digits', () => {
    for (const [x, expected] of [
      [0, 0.5],
      [1, 0.841344746],
      [-1.96, 0.024997895],
      [3, 0.998650102],
    ] as const)
      near(cumulative(x), expected, 1e-6);
  });
});
