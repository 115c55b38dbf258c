import type {Random} from './random.js';

/** A minute of trading. */
export interface Candle {
  /** Its first millisecond. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Coins. */
  readonly volume: number;
}

const minute = 60_000;
export const candleCount = 150;
/** How far a price goes in a minute, as a share. */
const minuteMove = 0.0006;

/** The minutes before `now`, so that the last one ends at `price`. */
export const pastCandles = (
  now: number,
  price: number,
  random: Random,
): Candle[] => {
  const current = Math.floor(now / minute) * minute;
  const candles: Candle[] = [];
  let close = price;
  for (let ago = 0; ago < candleCount; ago++) {
    const move = minuteMove * random.normal() + 0.00002;
    const open = close / (1 + move);
    const reach = () => price * minuteMove * 0.6 * Math.abs(random.normal());
    candles.unshift({
      time: current - ago * minute,
      open,
      high: Math.max(open, close) + reach(),
      low: Math.min(open, close) - reach(),
      close,
      volume: random.size(11, 0.55) * (1 + 400 * Math.abs(move)),
    });
    close = open;
  }
  return candles;
};

/** The candles after a moment in which a price was paid. */
export const withPrice = (
  candles: readonly Candle[],
  now: number,
  price: number,
  volume: number,
): readonly Candle[] => {
  const last = candles.at(-1)!;
  const time = Math.floor(now / minute) * minute;
  if (time > last.time) {
    const opened = {
      time,
      open: last.close,
      high: price,
      low: price,
      close: price,
      volume,
    };
    return [...candles.slice(1), opened];
  }
  return [
    ...candles.slice(0, -1),
    {
      ...last,
      high: Math.max(last.high, price),
      low: Math.min(last.low, price),
      close: price,
      volume: last.volume + volume,
    },
  ];
};
