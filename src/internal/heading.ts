import {html, type TemplateResult} from 'lit';

/** A heading of a level, 1 to 6; what is out of bounds goes to the closest one. */
export const heading = (
  level: number,
  part: string,
  content: unknown,
): TemplateResult => {
  switch (Math.min(6, Math.max(1, Math.round(level) || 3))) {
    case 1:
      return html`<h1 part=${part}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part}>${content}</h5>`;
    default:
      return html`<h6 part=${part}>${content}</h6>`;
  }
};
