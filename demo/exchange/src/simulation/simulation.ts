import {
  Account,
  type AccountState,
  type OrderAnswer,
  type OrderRequest,
  type Quote,
} from './account.js';
import {RestingOrders, type Book} from './book.js';
import {pastCandles, withPrice, type Candle} from './candles.js';
import {Chain} from './chain.js';
import {
  BTC,
  contracts,
  fundingHours,
  fundingRate,
  roundTo,
  type Contract,
} from './contract.js';
import type {OptionChain} from './options.js';
import {PriceWalk} from './price-walk.js';
import {Random} from './random.js';

export interface Trade {
  readonly id: number;
  readonly side: 'buy' | 'sell';
  readonly price: number;
  readonly size: number;
  readonly time: number;
}

/** What the header of the page says about the contract. */
export interface Ticker {
  readonly last: number;
  readonly lastSide: 'buy' | 'sell';
  readonly mark: number;
  readonly index: number;
  /** Mark price above index price, as a share. */
  readonly basis: number;
  /** Since the same time yesterday, as a share. */
  readonly change: number;
  readonly high: number;
  readonly low: number;
  /** Dollars traded in 24 hours. */
  readonly turnover: number;
  readonly openInterest: number;
  readonly fundingRate: number;
  readonly msToFunding: number;
}

/** All that is on screen at one moment. */
export interface Snapshot {
  readonly step: number;
  readonly time: number;
  readonly ticker: Ticker;
  readonly book: Book;
  readonly trades: readonly Trade[];
  readonly candles: readonly Candle[];
  readonly account: AccountState;
  readonly options: OptionChain;
}

/** Sunday, 22 November 2026: two hours and thirteen minutes before funding. */
export const startTime = Date.UTC(2026, 10, 22, 13, 46, 55);
const tradeCount = 40;
/** Mean time between two trades. */
const tradeMs = 160;
const periodMs = fundingHours * 3_600_000;
/** What the market was at, a day before the start. */
const dayAgo = BTC.start * 0.98618;

/**
 * A market that exists only here. It has no clock: the same seed and the same
 * steps give the same market, to the last digit.
 */
export class Simulation {
  #random: Random;
  #time = startTime;
  #step = 0;
  #prices: Map<Contract, PriceWalk>;
  #orders: RestingOrders;
  #chain: Chain;
  #account = new Account(startTime);
  #trades: readonly Trade[] = [];
  #candles: readonly Candle[];
  #lastTrade = 918_204_417;
  #openInterest: number;
  #high = BTC.start * 1.00694;
  #low = BTC.start * 0.98107;
  #turnover: number;

  constructor(seed: number) {
    const random = new Random(seed);
    this.#random = random;
    this.#prices = new Map(
      contracts.map((contract) => [contract, new PriceWalk(contract, random)]),
    );
    const {middle} = this.#priceOf(BTC);
    this.#orders = new RestingOrders(BTC.tick, middle, random);
    this.#chain = new Chain(random);
    this.#candles = pastCandles(this.#time, middle, random);
    this.#high = Math.max(this.#high, ...this.#candles.map(({high}) => high));
    this.#low = Math.min(this.#low, ...this.#candles.map(({low}) => low));
    this.#openInterest = random.between(29_700, 30_100);
    this.#turnover = random.between(3.61e9, 3.68e9);
    for (let count = 0; count < tradeCount; count++) {
      this.#time = startTime - (tradeCount - count) * tradeMs;
      this.#trade();
    }
    this.#time = startTime;
  }

  /** @param ms Time that passes, in one step; a tenth of a second at most is natural. */
  advance(ms: number): void {
    const random = this.#random;
    const msToFunding = this.#msToFunding;
    this.#step++;
    this.#time += ms;
    const market = random.normal();
    for (const price of this.#prices.values()) price.step(ms, market, random);
    this.#orders.step(this.#priceOf(BTC).middle, random);
    while (random.chance(ms / (ms + tradeMs))) this.#trade();
    this.#chain.step(ms, random);
    this.#openInterest += 0.06 * Math.sqrt(ms / 40) * random.normal();
    this.#account.match((contract) => this.#quoteOf(contract));
    if (this.#msToFunding > msToFunding) this.#payFunding();
  }

  place(request: OrderRequest): OrderAnswer {
    return this.#account.place(
      request,
      this.#quoteOf(request.contract),
      this.#time,
    );
  }

  cancel(id: number): void {
    this.#account.cancel(id);
  }

  /** @param group Ticks that are one level of the book. */
  snapshot(group = 1): Snapshot {
    return {
      step: this.#step,
      time: this.#time,
      ticker: this.#ticker(),
      book: this.#orders.grouped(group),
      trades: this.#trades,
      candles: this.#candles,
      account: this.#account.state((contract) => this.#quoteOf(contract)),
      options: this.#chain.at(this.#time, this.#priceOf(BTC).index),
    };
  }

  get #msToFunding(): number {
    return periodMs - (this.#time % periodMs);
  }

  #priceOf(contract: Contract): PriceWalk {
    return this.#prices.get(contract)!;
  }

  #quoteOf(contract: Contract): Quote {
    const price = this.#priceOf(contract);
    const mark = roundTo(price.mark, contract.tick / 5);
    const {tick} = contract;
    if (contract === BTC) {
      const {bid, ask} = this.#orders;
      return {bid: bid * tick, ask: ask * tick, mark};
    }
    const bid = roundTo(price.middle - tick / 2, tick);
    return {bid, ask: roundTo(bid + tick, tick), mark};
  }

  #payFunding(): void {
    for (const [contract, {mark, fundingPremium}] of this.#prices)
      this.#account.payFunding(contract, mark, fundingRate(fundingPremium));
  }

  #trade(): void {
    const random = this.#random;
    const side = random.chance(0.52) ? 'buy' : 'sell';
    const ticks = side === 'buy' ? this.#orders.ask : this.#orders.bid;
    const price = ticks * BTC.tick;
    const size = Math.max(0.001, Number(random.size(0.045, 1.5).toFixed(3)));
    const trade = {
      id: ++this.#lastTrade,
      side,
      price,
      size,
      time: this.#time,
    } as const;
    this.#trades = [trade, ...this.#trades.slice(0, tradeCount - 1)];
    this.#candles = withPrice(this.#candles, this.#time, price, size);
    this.#turnover += price * size;
    this.#high = Math.max(this.#high, price);
    this.#low = Math.min(this.#low, price);
  }

  #ticker(): Ticker {
    const {index, fundingPremium} = this.#priceOf(BTC);
    const {mark} = this.#quoteOf(BTC);
    const {price: last, side: lastSide} = this.#trades[0]!;
    return {
      last,
      lastSide,
      mark,
      index,
      basis: mark / index - 1,
      change: last / dayAgo - 1,
      high: this.#high,
      low: this.#low,
      turnover: this.#turnover,
      openInterest: this.#openInterest * mark,
      fundingRate: fundingRate(fundingPremium),
      msToFunding: this.#msToFunding,
    };
  }
}
