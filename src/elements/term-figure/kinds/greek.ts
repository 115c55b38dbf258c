import type {GreekFigure} from '../../../glossary/figure-types.js';
import type {Drawing} from '../drawing.js';
import {greekOf} from '../finance.js';
import type {NumberText} from '../number-text.js';
import {type Point, spread} from '../plot.js';
import {chartLines} from './chart-lines.js';

/** Points of a line, which the table takes every fifth of. */
const SAMPLES = 61;

const SAME_FOR_BOTH = new Set(['gamma', 'vega', 'theta', 'vanna', 'volga']);

/** A Greek against the price of the underlying, or against the time that is left. */
export const greek = (figure: GreekFigure, {number}: NumberText): Drawing => {
  const {greek: name, option = 'call', strike, volatility, prices} = figure;
  const {days, from = strike * 0.6, to = strike * 1.4} = figure;
  const valueAt = (price: number, left: number) =>
    greekOf(name, {
      isCall: option === 'call',
      price,
      strike,
      years: left / 365,
      volatility,
    });
  const y = {title: name, text: number};
  const who = SAME_FOR_BOTH.has(name) ? 'an option' : `a ${option}`;
  const title = `${name[0]!.toUpperCase()}${name.slice(1)} of ${who} with strike ${number(strike)}`;
  if (prices) {
    const first = days[0]!;
    // Not up to expiry, where some Greeks have no limit.
    const times = spread(first, first / SAMPLES, SAMPLES);
    return chartLines({
      title: `${title} as time passes`,
      x: {
        title: 'days left',
        text: (left) => number(-left, Math.min(1, first / SAMPLES)),
      },
      y,
      series: prices.map((price) => ({
        label: `price ${number(price)}`,
        points: times.map((left): Point => [-left, valueAt(price, left)]),
      })),
    });
  }
  return chartLines({
    title,
    x: {title: 'price', text: number},
    y,
    isUnnamed: days.length === 1,
    series: days.map((left) => ({
      label: left === 1 ? '1 day' : `${number(left)} days`,
      points: spread(from, to, SAMPLES).map((price): Point => [
        price,
        valueAt(price, left),
      ]),
    })),
  });
};
