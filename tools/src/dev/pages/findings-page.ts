import {countOf, errorsOf} from '../../lint/formats/text.js';
import type {Finding} from '../../lint/finding.js';
import {markup} from '../../documents/html/markup.js';
import type {PreviewState} from '../preview.js';
import {findingsList, termIndexOf} from './findings-list.js';
import {hrefOf, type PageParts, type View} from './frame.js';

/** Everything that was found: of the last save. */
export const findingsPage = (
  {findings, glossary, isBroken}: PreviewState,
  view: View,
): PageParts => {
  const errors = errorsOf(findings);
  const errorsFirst = [...findings].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const linkOf = (finding: Finding) => {
    const index = termIndexOf(finding);
    const term = index === undefined ? undefined : glossary?.terms[index];
    return !term || isBroken ? undefined : hrefOf('/term', view, {id: term.id});
  };
  return {
    title: 'Findings',
    current: 'findings',
    content: markup`<div lang="en">
<h1>Findings</h1>
<p class="lead">${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')}</p>
${findingsList(errorsFirst, linkOf)}
</div>`,
  };
};
