/** What draws figures: one chunk, loaded by the first page that shows one. */
import type {Figure} from '../../glossary/figure-types.js';
import {draw} from './draw.js';
import {type DrawingTemplates, drawingTemplates} from './drawing-template.js';

export {drawingStyles} from './drawing.styles.js';

export type Draw = (
  figure: Figure,
  language: string | undefined,
) => DrawingTemplates;

/**
 * A figure as templates.
 *
 * @throws {FigureError} If the figure is of no known type, or its numbers cannot be drawn.
 */
export const drawFigure: Draw = (figure, language) =>
  drawingTemplates(draw(figure, language));
