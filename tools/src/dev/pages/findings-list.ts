import type {Finding} from '../../lint/finding.js';
import {type Markup, markup} from '../../documents/html/markup.js';

/** Findings shown on a page; beyond, the terminal and `--json` have them. */
const SHOWN = 200;

/** Findings as a list; `linkOf` gives the page of what a finding is about. */
export const findingsList = (
  findings: readonly Finding[],
  linkOf: (finding: Finding) => string | undefined = () => undefined,
): Markup => {
  const items = findings.slice(0, SHOWN).map((finding) => {
    const {file, start, severity, message, help, rule} = finding;
    const href = linkOf(finding);
    const text = href ? markup`<a href="${href}">${message}</a>` : message;
    return markup`<li class="${severity}">
<p><span class="severity">${severity}</span> ${text}${help && `. ${help}`}</p>
<p class="place"><code>${file}:${start.line}:${start.column}</code> ${rule}</p>
</li>`;
  });
  const more = findings.length - SHOWN;
  return markup`<ul class="findings" role="list">
${items}
</ul>${more > 0 && markup`<p class="more">and ${more.toLocaleString('en')} more</p>`}`;
};

/** The index of the term that a path of the glossary lies in. */
export const termIndexOf = ({path}: Finding): number | undefined => {
  const index = /^terms\[(\d+)\]/.exec(path ?? '')?.[1];
  return index === undefined ? undefined : Number(index);
};
