/** Every kind of figure, drawn. Pure; loaded by pages that show a figure. */
import type {Figure} from '../../glossary/figure-types.js';
import type {Drawing} from './drawing.js';
import {greek} from './kinds/greek.js';
import {distribution, funding, lines, marginTiers} from './kinds/lines.js';
import {marginLadder, waterfall} from './kinds/margin.js';
import {cascade, orderBook} from './kinds/market.js';
import {payoff} from './kinds/payoff.js';
import {impermanentLoss, pool} from './kinds/pool.js';
import {smile, surface} from './kinds/smile.js';
import {type NumberText, numberText} from './number-text.js';

const KINDS: {
  readonly [Type in Figure['type']]: (
    figure: Extract<Figure, {readonly type: Type}> & {readonly type: Type},
    text: NumberText,
  ) => Drawing;
} = {
  payoff,
  greek,
  smile,
  surface,
  lines,
  pool,
  'impermanent-loss': impermanentLoss,
  funding,
  cascade,
  'order-book': orderBook,
  'margin-ladder': marginLadder,
  'margin-tiers': marginTiers,
  waterfall,
  distribution,
};

/** A figure is of no known type, or its numbers cannot be drawn. */
export class FigureError extends Error {
  override readonly name = 'FigureError';
  /** Of the event `term-error` and of the warning. */
  readonly code = 'format';
}

/**
 * A figure as shapes, words and numbers.
 *
 * @param language BCP 47 tag that numbers are written by.
 * @throws {FigureError}
 */
export const draw = (figure: Figure, language?: string): Drawing => {
  if (!Object.hasOwn(KINDS, figure.type))
    throw new FigureError(`there is no figure of type "${figure.type}"`);
  const kind = KINDS[figure.type] as (
    figure: Figure,
    text: NumberText,
  ) => Drawing;
  try {
    return kind(figure, numberText(language));
  } catch (error) {
    throw new FigureError(
      `the figure "${figure.type}" cannot be drawn: ${(error as Error).message}`,
    );
  }
};
