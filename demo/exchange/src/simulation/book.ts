import type {Random} from './random.js';

/** One price of the order book. */
export interface Level {
  readonly price: number;
  /** Coins offered or asked for at this price. */
  readonly size: number;
  /** Coins up to and with this price, from the best one on. */
  readonly total: number;
}

export interface Book {
  /** From the best, that is the highest, down. */
  readonly bids: readonly Level[];
  /** From the best, that is the lowest, up. */
  readonly asks: readonly Level[];
}

export const bookLevels = 15;

/** Prices a side that are kept: enough for the widest grouping. */
const depth = 400;
const median = 0.32;
const spread = 1.05;

/**
 * Resting orders of one contract, by price in ticks. Between two steps only
 * some sizes change; what the price runs into is gone, and what it leaves
 * behind fills up again. The best bid is always below the best ask.
 */
export class RestingOrders {
  /** Best bid and best ask, in ticks. */
  bid: number;
  ask: number;
  #sizes = new Map<number, number>();

  constructor(
    readonly tick: number,
    middle: number,
    random: Random,
  ) {
    this.bid = Math.floor(middle / tick);
    this.ask = this.bid + 1;
    this.#fill(random);
  }

  step(middle: number, random: Random): void {
    const near = middle / this.tick;
    const wasBid = this.bid;
    const wasAsk = this.ask;
    // The quote stays where it is until the price has left it behind.
    if (near < this.bid || near > this.ask) {
      this.bid = Math.floor(near);
      this.ask = this.bid + (random.chance(0.85) ? 1 : 2);
    }
    for (let price = wasBid; price >= this.ask; price--)
      this.#sizes.delete(price);
    for (let price = wasAsk; price <= this.bid; price++)
      this.#sizes.delete(price);
    for (let price = this.bid + 1; price < this.ask; price++)
      this.#sizes.delete(price);
    this.#change(random);
    this.#fill(random);
  }

  /** The book by steps of `group` ticks. */
  grouped(group: number): Book {
    return {
      bids: this.#side(
        this.bid,
        -1,
        (price) => Math.floor(price / group),
        group,
      ),
      asks: this.#side(this.ask, 1, (price) => Math.ceil(price / group), group),
    };
  }

  #side(
    best: number,
    direction: 1 | -1,
    groupOf: (price: number) => number,
    group: number,
  ): Level[] {
    const levels: Level[] = [];
    let total = 0;
    let size = 0;
    for (let price = best; levels.length < bookLevels; price += direction) {
      const own = this.#sizes.get(price) ?? 0;
      size += own;
      total += own;
      if (groupOf(price) === groupOf(price + direction)) continue;
      levels.push({price: groupOf(price) * group * this.tick, size, total});
      size = 0;
    }
    return levels;
  }

  /** Orders come and go, most of them near the top. */
  #change(random: Random): void {
    for (let count = random.whole(3, 9); count > 0; count--) {
      const away = Math.floor(24 * random.next() ** 2);
      const price = random.chance(0.5) ? this.bid - away : this.ask + away;
      this.#sizes.set(price, random.size(median, spread));
    }
  }

  #fill(random: Random): void {
    for (let away = 0; away < depth; away++) {
      for (const price of [this.bid - away, this.ask + away]) {
        if (!this.#sizes.has(price))
          this.#sizes.set(price, random.size(median * (1 + away / 60), spread));
      }
    }
    if (this.#sizes.size < 4 * depth) return;
    for (const price of this.#sizes.keys()) {
      if (price < this.bid - depth || price > this.ask + depth)
        this.#sizes.delete(price);
    }
  }
}
