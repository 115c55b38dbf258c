import type {Contract} from './contract.js';
import type {Random} from './random.js';

const yearMs = 365 * 24 * 3600 * 1000;

/** Shares of the index by which a contract trades above it. */
const meanPremium = 0.00021;
const premiumSpread = 0.00004;
/** After this time most of a deviation of the premium is gone. */
const premiumMs = 20_000;
/** What the mark price smooths the premium over. */
const markMs = 5_000;
/** What funding averages the premium over. */
const fundingMs = 3_600_000;

/**
 * The prices of one contract. The index walks at random; the contract trades
 * at a premium to it that wanders about its mean; the mark price is the index
 * with a smoothed premium, so one odd trade does not move it.
 */
export class PriceWalk {
  index: number;
  /** What the mark price has above the index, as a share. */
  markPremium = meanPremium;
  /** Mean of the premium over the last hour, as a share. */
  fundingPremium: number;
  #premium = meanPremium;

  constructor(
    readonly contract: Contract,
    random: Random,
  ) {
    this.index = contract.start * (1 + 0.0004 * random.normal());
    this.fundingPremium = meanPremium * (1 + 0.05 * random.normal());
  }

  /**
   * @param ms Time that passes.
   * @param market A normal number that is shared by all contracts: coins move together.
   */
  step(ms: number, market: number, random: Random): void {
    const {volatility} = this.contract;
    const own = 0.8 * market + 0.6 * random.normal();
    this.index *= Math.exp(volatility * Math.sqrt(ms / yearMs) * own);
    const pull = ms / premiumMs;
    this.#premium +=
      pull * (meanPremium - this.#premium) +
      premiumSpread * Math.sqrt(2 * pull) * random.normal();
    this.markPremium += (ms / markMs) * (this.#premium - this.markPremium);
    this.fundingPremium +=
      (ms / fundingMs) * (this.#premium - this.fundingPremium);
  }

  get mark(): number {
    return this.index * (1 + this.markPremium);
  }

  /** Where the book is: between the best bid and the best ask. */
  get middle(): number {
    return this.index * (1 + this.#premium);
  }
}
