import {expect} from '@open-wc/testing';
import {until} from '../support/page.js';
import {glossaryOf, linkerWith, painted, shows, wrapped} from './support.js';

const modes = ['wrap', 'highlight'] as const;

for (const mode of modes) {
  describe(`<term-linker mode="${mode}"> reads`, () => {
    for (const [where, markup] of [
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
    ] as const) {
      it(where, async () => {
        const linker = await linkerWith(markup, {mode});
        expect(shows(linker)).to.deep.equal(['option']);
        if (mode === 'wrap') {
          expect(wrapped(linker)).to.deep.equal(['option']);
          expect(
            linker.querySelector('term-tip')!.getAttribute('term'),
          ).to.equal('option');
        } else expect(painted(linker)).to.deep.equal(['option']);
      });
    }
  });

  describe(`<term-linker mode="${mode}"> leaves alone`, () => {
    for (const markup of [
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
    ]) {
      it(markup, async () => {
        const linker = await linkerWith(`${markup}<p>A premium.</p>`, {
          mode,
          exclude: '.mine, #own',
        });
        expect(shows(linker)).to.deep.equal(['premium']);
        if (mode === 'highlight')
          expect(painted(linker)).to.deep.equal(['premium']);
      });
    }
  });

  describe(`<term-linker mode="${mode}"> takes words at the edge of a text as whole`, () => {
    for (const markup of [
      '<p>un<br>option</p>',
      '<p>an <b>option</b>, here</p>',
      '<ul><li>un</li><li>option</li></ul>',
      '<p>un<img alt="">option</p>',
      '<p><span class="block">un</span><span class="block">option</span></p>',
      '<p>un<span hidden>x</span> <b>option</b></p>',
      '<p><b>option</b>s</p>'.replace('s<', '-like<'),
      '<div>un<div>option</div></div>',
    ]) {
      it(markup, async () => {
        const style = '<style>.block { display: block }</style>';
        const linker = await linkerWith(style + markup, {mode});
        expect(shows(linker)).to.deep.equal(['option']);
      });
    }
  });
}

describe('<term-linker> links', () => {
  const three = `
    <p>An option, an option.</p>
    <section><p>An option.</p><p>An option.</p></section>
    <h2>On</h2><p>An option, a premium.</p><p>A premium.</p>`;

  for (const [first, limit, count] of [
    ['section', undefined, 4],
    ['page', undefined, 2],
    ['all', undefined, 7],
    ['all', 3, 3],
    ['section', 1, 1],
    ['all', 0, 0],
  ] as const) {
    it(`${count} of seven with first="${first}" limit="${limit}"`, async () => {
      const linker = await linkerWith(three, {first, limit});
      expect(wrapped(linker)).to.have.length(count);
    });
  }

  it('the same again when what is asked for changes, and no more', async () => {
    const linker = await linkerWith(three, {first: 'page'});
    const tip = linker.querySelector('term-tip');
    linker.first = 'all';
    await until(() => wrapped(linker).length === 7, 'all mentions');
    expect(linker.querySelector('term-tip')).to.equal(tip);
    linker.first = 'page';
    await until(() => wrapped(linker).length === 2, 'the first mentions');
    expect(linker.querySelector('term-tip')).to.equal(tip);
  });

  it('the longest name, and all meanings of one that is shared', async () => {
    const linker = await linkerWith('<p>The mark price of a mark.</p>', {
      glossary: glossaryOf(
        'Mark price',
        {id: 'mark-currency', name: 'Mark'},
        {id: 'mark-sign', name: 'Mark'},
      ),
    });
    expect(
      [...linker.querySelectorAll('term-tip')].map((tip) => [
        tip.getAttribute('term'),
        tip.textContent,
      ]),
    ).to.deep.equal([
      ['mark-price', 'mark price'],
      ['mark-currency mark-sign', 'mark'],
    ]);
  });

  it('words over several Text nodes when they are painted', async () => {
    const linker = await linkerWith('<p></p>', {mode: 'highlight'});
    const p = linker.querySelector('p')!;
    p.append('The str', document.createComment('x'), 'ike', ' ', 'price');
    await until(() => painted(linker).length, 'a painted mention');
    expect(painted(linker)).to.deep.equal(['strike price']);
  });

  it('Text nodes of one word as that word, when they are wrapped', async () => {
    const linker = await linkerWith('<p></p>');
    linker.querySelector('p')!.append('un', 'option', 'al and ', 'option', '!');
    await until(() => wrapped(linker).length, 'a tip');
    expect(wrapped(linker)).to.deep.equal(['option']);
  });
});
