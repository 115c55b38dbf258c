/** A page that shows a glossary in every element. */
import type {Glossary} from '../../src/glossary/types.js';

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The body of a page with one of each element, without the glossary. */
export const elementsPage = ({terms, areas = []}: Glossary): string => {
  const [term, area] = [terms[0]!, areas[0]!].map(({id}) => attribute(id));
  const {name} = terms[0]!;
  const words =
    typeof name === 'string' ? attribute(name).replaceAll('<', '&lt;') : '';
  return [
    `<term-card term="${term}"></term-card>`,
    `<term-card term="${term}" lang="en"></term-card>`,
    `<term-figure term="${term}"></term-figure>`,
    `<term-area area="${area}"></term-area>`,
    `<term-area area="${area}" resource="1" structured-data="page"></term-area>`,
    `<faq-block area="${area}"></faq-block>`,
    `<breadcrumb-jsonld area="${area}" resource="1" structured-data="page"></breadcrumb-jsonld>`,
    `<breadcrumb-jsonld term="${term}" structured-data="page"></breadcrumb-jsonld>`,
    `<p>A <term-tip term="${term}">tip</term-tip>.</p>`,
    `<term-linker structured-data="mentions"><p>Text {} with ${words}.</p></term-linker>`,
  ].join('\n');
};
