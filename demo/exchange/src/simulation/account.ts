import {BTC, ETH, SOL, fees, mostLeverage, type Contract} from './contract.js';
import {
  directionOf,
  positionOf,
  type Holding,
  type Position,
} from './positions.js';

export interface Order {
  readonly id: number;
  readonly contract: Contract;
  readonly side: 'buy' | 'sell';
  readonly price: number;
  /** Coins. */
  readonly size: number;
  readonly leverage: number;
  readonly reduceOnly: boolean;
  readonly postOnly: boolean;
  readonly time: number;
}

/** What a trader asks for. Without a price it is a market order. */
export type OrderRequest = Omit<Order, 'id' | 'price' | 'time'> & {
  readonly price: number | undefined;
};

/** Best prices of a contract. */
export interface Quote {
  readonly bid: number;
  readonly ask: number;
  readonly mark: number;
}

/** All amounts in dollars. */
export interface AccountState {
  readonly wallet: number;
  readonly pnl: number;
  /** Wallet and profit that is not realised. */
  readonly equity: number;
  readonly margin: number;
  readonly maintenance: number;
  /** What new positions can be opened with. */
  readonly available: number;
  readonly positions: readonly Position[];
  readonly orders: readonly Order[];
}

/** What became of a request; a refusal says why. */
export type OrderAnswer =
  | {readonly status: 'filled'; readonly price: number}
  | {readonly status: 'open'}
  | {readonly status: 'refused'; readonly reason: string};

/** Wallet, holdings and open orders of the trader who looks at the page. */
export class Account {
  #wallet = 48_250;
  #lastId = 7_140_338;
  #holdings: Holding[];
  #orders: Order[];

  constructor(time: number) {
    this.#holdings = [
      {contract: BTC, side: 'long', size: 1.25, entry: 61_840.5, leverage: 10},
      {contract: ETH, side: 'short', size: 14, entry: 3_286.75, leverage: 5},
      {contract: SOL, side: 'long', size: 180, entry: 149.82, leverage: 20},
    ];
    const minute = 60_000;
    const resting = {leverage: 10, reduceOnly: false, postOnly: false};
    this.#orders = [
      {
        ...resting,
        id: 7_140_321,
        contract: BTC,
        side: 'buy',
        price: 62_400,
        size: 0.4,
        postOnly: true,
        time: time - 12 * minute,
      },
      {
        ...resting,
        id: 7_140_334,
        contract: BTC,
        side: 'sell',
        price: 66_500,
        size: 0.625,
        reduceOnly: true,
        time: time - 47 * minute,
      },
      {
        ...resting,
        id: 7_140_338,
        contract: ETH,
        side: 'buy',
        price: 3_120,
        size: 7,
        reduceOnly: true,
        time: time - 95 * minute,
      },
    ];
  }

  /** Fills an order, keeps it open, or refuses it. */
  place(request: OrderRequest, quote: Quote, time: number): OrderAnswer {
    const {contract, side, size, leverage, postOnly} = request;
    const direction = directionOf(side);
    const best = direction > 0 ? quote.ask : quote.bid;
    const isTaking =
      request.price === undefined || direction * (request.price - best) >= 0;
    const price = isTaking ? best : request.price;
    if (!(size > 0)) return refuse('The size must be above zero.');
    if (isTaking && postOnly && request.price !== undefined)
      return refuse('Post-only: at this price the order would trade at once.');
    if (request.reduceOnly && this.#reducible(contract, direction) < size)
      return refuse(
        'Reduce-only: there is no position of this size to reduce.',
      );
    const adds = Math.max(0, size - this.#reducible(contract, direction));
    const opposite = direction > 0 ? -1 : 1;
    const most = mostLeverage(
      (this.#reducible(contract, opposite) + adds) * price!,
    );
    if (adds > 0 && leverage > most)
      return refuse(
        `A position of this size has a leverage of ${most} at most.`,
      );
    if ((adds * price!) / leverage > this.state(() => quote).available)
      return refuse('Not enough margin for this size and leverage.');
    const order: Order = {...request, id: ++this.#lastId, price: price!, time};
    if (isTaking) {
      this.#fill(order, fees.taker);
      return {status: 'filled', price: order.price};
    }
    this.#orders = [order, ...this.#orders];
    return {status: 'open'};
  }

  cancel(id: number): void {
    this.#orders = this.#orders.filter((order) => order.id !== id);
  }

  /** Fills the orders that the market has reached. */
  match(quoteOf: (contract: Contract) => Quote): void {
    for (const order of this.#orders) {
      const {bid, ask} = quoteOf(order.contract);
      const isReached =
        order.side === 'buy' ? ask <= order.price : bid >= order.price;
      if (!isReached) continue;
      this.cancel(order.id);
      const open = this.#reducible(order.contract, directionOf(order.side));
      const size = order.reduceOnly ? Math.min(order.size, open) : order.size;
      if (size > 0) this.#fill({...order, size}, fees.maker);
    }
  }

  /** Longs pay shorts a positive rate, and shorts pay longs a negative one. */
  payFunding(contract: Contract, mark: number, rate: number): void {
    for (const {contract: held, side, size} of this.#holdings) {
      if (held === contract)
        this.#wallet -= directionOf(side) * size * mark * rate;
    }
  }

  state(quoteOf: (contract: Contract) => Quote): AccountState {
    const positions = this.#holdings.map((holding) =>
      positionOf(holding, quoteOf(holding.contract).mark),
    );
    const pnl = sum(positions.map((position) => position.pnl));
    const margin = sum(positions.map((position) => position.margin));
    const maintenance = sum(positions.map((position) => position.maintenance));
    const reserved = sum(
      this.#orders
        .filter(({reduceOnly}) => !reduceOnly)
        .map(({price, size, leverage}) => (price * size) / leverage),
    );
    return {
      wallet: this.#wallet,
      pnl,
      equity: this.#wallet + pnl,
      margin,
      maintenance,
      available: Math.max(0, this.#wallet - margin - reserved),
      positions,
      orders: this.#orders,
    };
  }

  /** Coins of a holding that an order in this direction would reduce. */
  #reducible(contract: Contract, direction: 1 | -1): number {
    const held = this.#holdings.find(
      (holding) => holding.contract === contract,
    );
    return held && directionOf(held.side) !== direction ? held.size : 0;
  }

  #fill({contract, side, size, price, leverage}: Order, fee: number): void {
    this.#wallet -= size * price * fee;
    const index = this.#holdings.findIndex(
      (held) => held.contract === contract,
    );
    const held = this.#holdings[index];
    const next = (holding: Omit<Holding, 'contract'>): Holding => ({
      contract,
      ...holding,
    });
    const wanted = side === 'buy' ? 'long' : 'short';
    if (!held) {
      const opened = next({side: wanted, size, entry: price, leverage});
      this.#holdings = [opened, ...this.#holdings];
      return;
    }
    if (held.side === wanted) {
      const total = held.size + size;
      const entry = (held.entry * held.size + price * size) / total;
      this.#holdings[index] = {...held, size: total, entry};
      return;
    }
    const closed = Math.min(held.size, size);
    this.#wallet += directionOf(held.side) * closed * (price - held.entry);
    const rest = roundSize(held.size - size, contract);
    if (rest > 0) this.#holdings[index] = {...held, size: rest};
    else if (rest < 0)
      this.#holdings[index] = next({
        side: wanted,
        size: -rest,
        entry: price,
        leverage,
      });
    else this.#holdings.splice(index, 1);
  }
}

const refuse = (reason: string): OrderAnswer => ({status: 'refused', reason});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const roundSize = (size: number, {sizeDecimals}: Contract): number =>
  Number(size.toFixed(sizeDecimals));
