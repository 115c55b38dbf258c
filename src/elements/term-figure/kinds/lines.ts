import type {
  DistributionFigure,
  FundingFigure,
  LinesFigure,
  MarginTiersFigure,
} from '../../../glossary/figure-types.js';
import type {Drawing} from '../drawing.js';
import {fundingRate, normalInverse, normalPdf} from '../finance.js';
import type {NumberText} from '../number-text.js';
import {type Point, spread, stepped} from '../plot.js';
import {chartLines} from './chart-lines.js';

/** Named lines through given points. */
export const lines = (
  {title, x, y, series, percent}: LinesFigure,
  text: NumberText,
): Drawing => {
  const textOf = (axis: 'x' | 'y') =>
    percent === axis || percent === 'both' ? text.percent : text.number;
  return chartLines({
    title,
    x: {title: x, text: textOf('x')},
    y: {title: y, text: textOf('y')},
    isUnnamed: series.length === 1,
    series: series.map(({label, points, steps}) => ({
      label,
      points: steps ? stepped(points) : points,
    })),
  });
};

/** Premium index and funding rate, interval by interval. */
export const funding = (
  {premiums, interest = 0.0001, clamp = 0.0005, hours = 8}: FundingFigure,
  text: NumberText,
): Drawing => {
  const rates = premiums.map((it) => fundingRate(it, interest, clamp));
  const sum = rates.reduce((a, b) => a + b, 0);
  const over = (values: readonly number[]): readonly Point[] =>
    stepped(
      [...values, values.at(-1)!].map((value, i): Point => [i * hours, value]),
    );
  const say = (value: number) => text.percent(value, 0.00001);
  return chartLines({
    title: 'Premium index and funding rate',
    x: {title: 'hours', text: text.number},
    y: {title: 'for an interval', text: text.percent},
    intro: `Over ${text.number(hours * premiums.length)} hours a long position pays ${say(sum)} of its value.`,
    series: [
      {label: 'funding rate', points: over(rates)},
      {label: 'premium index', points: over(premiums)},
    ],
    table: {
      head: ['Hour', 'Premium index', 'Funding rate'],
      rows: premiums.map((premium, i) => [
        text.number((i + 1) * hours),
        say(premium),
        say(rates[i]!),
      ]),
    },
  });
};

/** Margin rates by size of the position. */
export const marginTiers = (
  {tiers}: MarginTiersFigure,
  text: NumberText,
): Drawing => {
  const steps = (name: 'initial' | 'maintenance'): readonly Point[] =>
    stepped([
      [0, tiers[0]![name]],
      ...tiers.map(({to}, i): Point => [to, (tiers[i + 1] ?? tiers[i])![name]]),
    ]);
  return chartLines({
    title: 'Margin rates by size of the position',
    x: {title: 'position value', text: text.number},
    y: {title: 'margin rate', text: text.percent},
    series: [
      {label: 'initial', points: steps('initial')},
      {label: 'maintenance', points: steps('maintenance')},
    ],
    table: {
      head: [
        'Up to',
        'Initial margin',
        'Maintenance margin',
        'Highest leverage',
      ],
      rows: tiers.map(({to, initial, maintenance}) => [
        text.number(to),
        text.percent(initial),
        text.percent(maintenance),
        text.number(1 / initial),
      ]),
    },
  });
};

/** Value at risk and expected shortfall of normal returns, as losses. */
export const tailOf = ({
  mean = 0,
  deviation,
  confidence = 0.95,
}: DistributionFigure) => {
  const z = normalInverse(confidence);
  return {
    valueAtRisk: z * deviation - mean,
    shortfall: (normalPdf(z) / (1 - confidence)) * deviation - mean,
  };
};

/** A normal distribution with its tail. */
export const distribution = (
  figure: DistributionFigure,
  text: NumberText,
): Drawing => {
  const {x, mean = 0, deviation, confidence} = figure;
  const density = (at: number): Point => [
    at,
    normalPdf((at - mean) / deviation) / deviation,
  ];
  const from = mean - 4 * deviation;
  const points = spread(from, mean + 4 * deviation, 81).map(density);
  const base = {
    title: 'Normal distribution',
    x: {title: x, text: text.percent},
    y: {title: 'density', text: text.number, ticks: []},
    isUnnamed: true,
    series: [{label: 'density', points}],
  };
  const say = (value: number) => text.percent(value, 0.0001);
  if (confidence === undefined)
    return chartLines({
      ...base,
      table: {
        head: [x, 'Probability of less'],
        rows: [-2, -1, 0, 1, 2].map((z, i) => [
          say(mean + z * deviation),
          text.percent([0.02275, 0.15866, 0.5, 0.84134, 0.97725][i]!, 0.0001),
        ]),
      },
    });
  const {valueAtRisk, shortfall} = tailOf(figure);
  const level = text.percent(confidence);
  return chartLines({
    ...base,
    title: `Value at risk and expected shortfall at ${level}`,
    intro: `In ${text.percent(1 - confidence)} of cases the loss exceeds ${say(valueAtRisk)}; its mean is then ${say(shortfall)}.`,
    more: (plot) => {
      const tail = spread(from, -valueAtRisk, 31).map(density);
      plot.area([[from, 0], ...tail, [-valueAtRisk, 0]]);
      const top = density(mean)[1];
      plot.guide(
        [-valueAtRisk, 0],
        [-valueAtRisk, top * 0.55],
        `VaR ${say(valueAtRisk)}`,
      );
      plot.dot([-shortfall, density(-shortfall)[1]], `ES ${say(shortfall)}`);
    },
    table: {
      head: ['Measure', `At ${level}`],
      rows: [
        ['Value at risk', say(valueAtRisk)],
        ['Expected shortfall', say(shortfall)],
      ],
    },
  });
};
