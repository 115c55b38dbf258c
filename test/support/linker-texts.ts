/**
 * Texts that a linker reads or leaves alone, in a browser and where sites are
 * built: with terms called "option", "premium" and "strike price".
 */

/** Where the one mention of "option" is linked, by what it stands in. */
export const READ = [
  ['a paragraph', '<p>An option here.</p>'],
  ['text right inside it', 'An option here.'],
  ['a list', '<ul><li>An option here.</li></ul>'],
  ['a table', '<table><tr><td>An option here.</td></tr></table>'],
  ['emphasis', '<p>An <em>option</em> here.</p>'],
  ['a label', '<label>An option here. <input></label>'],
  ['what cannot be edited', '<p contenteditable="false">An option.</p>'],
  [
    'the answer of a question',
    '<details open><summary>Q</summary>An option.</details>',
  ],
  ['a quotation', '<blockquote>An option here.</blockquote>'],
  ['what is hidden now', '<p hidden>An option here.</p>'],
] as const;

/** Where "option" is not linked; `.mine` and `#own` are left alone by the author. */
export const LEFT_ALONE = [
  '<code>option</code>',
  '<pre>option</pre>',
  '<kbd>option</kbd>',
  '<samp>option</samp>',
  '<script type="text/plain">option</script>',
  '<style>option {}</style>',
  '<template>option</template>',
  '<textarea>option</textarea>',
  '<select><option>option</option></select>',
  '<button>option</button>',
  '<a href="#x">an <b>option</b></a>',
  '<h1>option</h1>',
  '<h6>an <i>option</i></h6>',
  '<p contenteditable>option</p>',
  '<p contenteditable="plaintext-only">an <b>option</b></p>',
  '<p translate="no">option</p>',
  '<p class="notranslate">an <b>option</b></p>',
  '<svg><text>option</text></svg>',
  '<math><mi>option</mi></math>',
  '<ruby>x<rp>(</rp><rt>option</rt></ruby>',
  '<details><summary>option</summary></details>',
  '<div role="button">option</div>',
  '<div role="heading">option</div>',
  '<p aria-hidden="true">option</p>',
  '<term-tip term="x">option</term-tip>',
  '<term-card term="x">option</term-card>',
  '<p class="mine">option</p>',
  '<p id="own">an <b>option</b></p>',
  // part of a word, as the reader sees it
  '<p>un<b>option</b>al</p>',
  '<p>un<b>option</b></p>',
  '<p><b>option</b>al</p>',
  '<p><i>un</i><b>option</b></p>',
  '<p>un<i></i><!-- here --><b>option</b></p>',
  '<p><code>un</code>option</p>',
  '<p>un<wbr>option</p>',
  '<p><span>mark_</span>option</p>',
];

/** Texts in which "option" is written for a program: the same in HTML and in Markdown. */
export const SYNTAX = [
  // references, also those whose definition another file has
  'An [option][o x].',
  'An [option][].',
  'An [option].',
  'An [*x* option y][o].',
  'A [x][option].',
  'A [long text with [brackets] and an option][o].',
  'A line\n[x]: /y "an option"',
  'An [option]({{ site.url }}/x).',
  'An [option]({% link x.md %} "x").',
  'An [x]({% link x.md %} "option").',
  'An [option]{.mark}.',
  'A [[option]], a [[x|option]], ![[option]].',
  // templates
  'A {{ option }}.',
  'A {{ x | default: "option" }}.',
  'A {% if option %}x{% endif %}.',
  'A {# option #} x.',
  'A {#if option}x{/if} {:else if option} {@html option}.',
  'A { option + 1 }.',
  'A &lt;%= option %> x.',
  '{{x}}option, option{{y}}.',
  // formulas
  'The $x_{option}$, $a + option$.',
  'The $$a + option$$.',
  // paths, names, assignments
  'GET /v1/option/{option} now.',
  'See /etc/option, option.conf, option.example.io, a.option.',
  'Set option=1, x=option, $option, #option, ${option}, --option.',
  'Set option = 1; option := 2; option == 3; option =\n4.',
  'Write to option@example.com, @option, https://example.com/option, www.option.com.',
  'See option.example.com/x, x.com/option, ./option, ~/option.md.',
  'Call option(), std::option, option::x, \\\\option.',
] as const;

/** Where "option" is a word beside such marks. */
export const BESIDE_SYNTAX = [
  'An option.',
  'An option (x), “option”.',
  'An option: x; it costs $5 or $6.',
  'A [x] option, {y} option.',
  'Unclosed [ and { and ` option.',
  '(option)',
  'A call-option?',
  'option...',
] as const;

/** Where "option" is a whole word though a text ends beside it. */
export const WHOLE = [
  '<p>un<br>option</p>',
  '<p>an <b>option</b>, here</p>',
  '<ul><li>un</li><li>option</li></ul>',
  '<p>un<img alt="">option</p>',
  '<p>un<span hidden>x</span> <b>option</b></p>',
  '<p><b>option</b>s</p>'.replace('s<', '-like<'),
  '<div>un<div>option</div></div>',
];

export const THREE_SECTIONS = `
    <p>An option, an option.</p>
    <section><p>An option.</p><p>An option.</p></section>
    <h2>On</h2><p>An option, a premium.</p><p>A premium.</p>`;

/** `first`, `limit`, and how many mentions of `THREE_SECTIONS` are linked. */
export const COUNTS = [
  ['section', undefined, 4],
  ['page', undefined, 2],
  ['all', undefined, 7],
  ['all', 3, 3],
  ['section', 1, 1],
  ['all', 0, 0],
] as const;
