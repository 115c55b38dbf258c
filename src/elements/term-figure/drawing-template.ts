/** A drawing as SVG, and its numbers as a table. */
import {html, svg, type TemplateResult} from 'lit';
import type {Drawing} from './drawing.js';

/**
 * Shapes are in a box that stretches, texts and points beside it at percentages:
 * the drawing fits every width without a script, and words keep their size.
 */
const graphic = ({
  title,
  description,
  shapes,
  dots,
  labels,
}: Drawing): TemplateResult =>
  html`<svg role="img" aria-label=${`${title}. ${description}`}><svg
    viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%"
    >${shapes.map(({look, path}) => svg`<path class=${look} d=${path} />`)}</svg
  >${dots.map(({x, y}) => svg`<circle cx=${`${x}%`} cy=${`${y}%`} r="3.5" />`)}${labels.map(
    ({x, y, dx, dy, anchor, isQuiet, text}) =>
      svg`<text x=${`${x}%`} y=${`${y}%`} dx=${dx} dy=${dy} text-anchor=${anchor} class=${isQuiet ? 'quiet' : 'name'}>${text}</text>`,
  )}</svg>`;

const data = ({title, description, table}: Drawing): TemplateResult =>
  html`<p>${title}. ${description}</p><table><thead><tr>${table.head.map(
    (cell) => (cell ? html`<th scope="col">${cell}</th>` : html`<td></td>`),
  )}</tr></thead><tbody>${table.rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;

/** The parts of a figure that need its code. */
export interface DrawingTemplates {
  readonly graphic: TemplateResult;
  readonly data: TemplateResult;
}

export const drawingTemplates = (drawing: Drawing): DrawingTemplates => ({
  graphic: graphic(drawing),
  data: data(drawing),
});
