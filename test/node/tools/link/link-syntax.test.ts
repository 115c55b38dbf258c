import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import markdownIt from 'markdown-it';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import markdownItTerms from '../../../../tools/src/plugins/markdown-it.js';
import remarkTerms from '../../../../tools/src/plugins/remark.js';
import {BESIDE_SYNTAX, SYNTAX} from '../../../support/linker-texts.js';
import {glossary} from './example.js';

const options = {glossary, first: 'all', as: 'tip'} as const;

/** How many tips each way of linking Markdown makes. */
const WAYS: Readonly<Record<string, (text: string) => number>> = {
  'the command': (text) => linkMarkdown(text, options).links.length,
  remark: (text) => {
    const processor = unified().use(remarkParse).use(remarkTerms, options);
    const tree = processor.runSync(processor.parse(text), text);
    return JSON.stringify(tree).split('"termTip"').length - 1;
  },
  'markdown-it': (text) =>
    markdownIt({html: true})
      .use(markdownItTerms, options)
      .render(text)
      .split('<term-tip').length - 1,
};

/** What only a source has, which rehype and Eleventy do not see. */
const OF_SOURCES = [
  String.raw`The \(a + option\), an \[option\].`,
  'The\n\\[\na\n\noption\n\\] x.',
  '$$\na\n\noption\n$$\n',
  '{% highlight js %}\n\nThe option\n\n{% endhighlight %}',
  '{%- raw -%}\nAn option.\n{%- endraw -%}',
  '{{< highlight go >}}\nAn option.\n{{< /highlight >}}',
  '{{% comment %}}\nAn option.\n\nAn option.\n{{% /comment %}}',
  '{% include x.html\n   title="An option" %}',
  `{% include x.html\n\n   q="${'long '.repeat(600)}"\n\n   a="An option" %}`,
  '<a href="{{< ref "x" >}}">option</a>',
  '<a {% if x > 1 %}href="/x"{% endif %}>an option</a>',
  '<a href="<%= x("y") %>">option</a>',
  '<code class="{{ "x" | y: "z" }}">option</code>',
  '<img alt="{{ "> option" }}"> x',
  '[an option]({{< relref "x" >}} "x")',
  '[an option][{{ x }}]',
  '{{\n</div>}} `option',
  '{{< figure\n  src="x"\n  alt="> option"\n>}}',
  '::: tip option',
] as const;

for (const [name, count] of Object.entries(WAYS)) {
  describe(`${name} leaves alone what is written for a program`, () => {
    for (const text of SYNTAX)
      it(text, () => assert.equal(count(`${text}\n\nA premium.`), 1));

    for (const text of BESIDE_SYNTAX)
      it(`but not what is beside it: ${text}`, () =>
        assert.ok(count(text) >= 1));
  });

  it(`${name} leaves a link alone that a template has cut short`, () =>
    assert.equal(count('<a href="{{< ref "x" >}}">option</a>'), 0));
}

for (const [name, count] of Object.entries(WAYS))
  describe(`${name} leaves alone in a source`, () => {
    for (const text of OF_SOURCES)
      it(text.slice(0, 60), () =>
        assert.equal(count(`${text}\n\nA premium.`), 1),
      );
  });

describe('the command leaves alone in a source', () => {
  it('references whose definitions come from elsewhere', () => {
    const text =
      'The [option][o options] runs.\n\n{% include references.md %}\n';
    assert.equal(linkMarkdown(text, options).text, text);
  });

  for (const [what, text] of Object.entries({
    'text between the tags of a template':
      '{{< note >}}\nAn option.\n{{< /note >}}',
    'text beside code with brackets': 'See `{` and `[`: an option; `]`, `}`.',
    'text between blocks with dollars':
      '```sh\necho $$\n```\n\nAn option.\n\n```\n$$\n```',
    'text beside a tag with a template':
      '<img src="{{ "x" | url }}"> An option.',
    'the text of a footnote': 'A[^1].\n\n[^1]: An option.',
  }))
    it(`and links ${what}`, () => assert.equal(WAYS['the command']!(text), 1));
});

describe('linkHtml leaves alone in a source', () => {
  for (const html of [
    '<p title="{{ a > "b" }} option">x</p>',
    '<img alt="{{ "x > option" }}">',
    '<a {% if x > 1 %}href="/x"{% endif %}>option</a>',
    '<p><%= a > option %></p>',
    '<p>{{ a }}option</p>',
  ])
    it(html, () => assert.equal(linkHtml(html, options).links.length, 0));
});
