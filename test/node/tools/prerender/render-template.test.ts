import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {html, nothing} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {
  Markup,
  renderTemplate,
} from '../../../../tools/src/prerender/render-template.js';

describe('a template as HTML', () => {
  for (const [what, template, expected] of [
    [
      'texts, escaped',
      html`<p>${'a < b & "c"'}</p>`,
      '<p>a &lt; b &amp; &quot;c&quot;</p>',
    ],
    ['numbers', html`<p>${0}</p>`, '<p>0</p>'],
    [
      'nothing for values that are absent',
      html`<p>${nothing}${null}${undefined}${''}</p>`,
      '<p></p>',
    ],
    [
      'lists and templates in templates',
      html`<ul>${['a', 'b'].map((name) => html`<li>${name}</li>`)}</ul>`,
      '<ul><li>a</li><li>b</li></ul>',
    ],
    [
      'attributes, escaped',
      html`<a href=${'/?a&b="c"'} part="x">${'y'}</a>`,
      '<a href="/?a&amp;b=&quot;c&quot;" part="x">y</a>',
    ],
    [
      'no attribute for nothing',
      html`<a id="x" href=${nothing}>y</a>`,
      '<a id="x" >y</a>',
    ],
    [
      'boolean attributes',
      html`<details ?open=${true}></details><details ?open=${false}></details>`,
      '<details open=""></details><details ></details>',
    ],
    [
      'a text that looks like an attribute',
      html`<p>a=${'b'} > c=${'d'}</p>`,
      '<p>a=b > c=d</p>',
    ],
    [
      'markup as it is',
      html`<p>${new Markup('<b>x</b>')}</p>`,
      '<p><b>x</b></p>',
    ],
    ['no space around it', html`\n <p>x</p>\n`, '<p>x</p>'],
    ['nothing of nothing', nothing, ''],
  ] as const)
    it(`has ${what}`, () => {
      assert.equal(renderTemplate(template), expected);
    });

  for (const [what, template, error] of [
    ['properties', html`<p .title=${'x'}></p>`, SyntaxError],
    ['events', html`<p @input=${() => undefined}></p>`, SyntaxError],
    ['parts of attributes', html`<p class="a ${'b'}"></p>`, SyntaxError],
    ['directives', html`<p>${unsafeHTML('<b></b>')}</p>`, TypeError],
    ['objects', html`<p title=${{} as string}></p>`, TypeError],
  ] as const)
    it(`refuses ${what}, which it would lose`, () => {
      assert.throws(() => renderTemplate(template), error);
    });
});
