import {expect, fixture, nextFrame} from '@open-wc/testing';
import fc from 'fast-check';
import {html} from 'lit';
import '../../../src/define/breadcrumb-jsonld.js';
import '../../../src/define/faq-block.js';
import {
  framed,
  graphSettled,
  nodes,
  nodesOf,
  scripts,
  until,
} from '../support/page.js';

const faqOf = (name: string) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [{'@type': 'Question', name}],
  });

const hostScript = (text: string): HTMLScriptElement => {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.className = 'host';
  script.textContent = text;
  return script;
};

const elementOf = (markup: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  return holder.firstElementChild!;
};

const blockOf = (name: string): Element =>
  elementOf(
    `<faq-block><details><summary>${name}</summary>Answer ${name}</details></faq-block>`,
  );

/** Waits for what a change of layout reports, too. */
const settled = async (): Promise<void> => {
  await nextFrame();
  await nextFrame();
  await graphSettled();
};

const questions = (): readonly string[] =>
  nodesOf('FAQPage').flatMap(({mainEntity}) =>
    (mainEntity as {name: string}[]).map(({name}) => name),
  );

describe('the graph of a page that changes', () => {
  let stage: Element;

  beforeEach(async () => {
    stage = await fixture(html`<div></div>`);
    stage.append(blockOf('Ours'));
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
  });

  afterEach(async () => {
    stage.remove();
    for (const host of document.querySelectorAll('.host')) host.remove();
    await settled();
    expect(scripts()).to.deep.equal([]);
  });

  for (const [what, markup] of [
    ['JSON-LD in the body', hostScript(faqOf('Theirs')).outerHTML],
    [
      'JSON-LD deep in what is inserted',
      `<section class="host"><div>${hostScript(faqOf('Theirs')).outerHTML}</div></section>`,
    ],
    [
      'microdata',
      '<div class="host" itemscope itemtype="https://schema.org/FAQPage">x</div>',
    ],
    [
      'microdata of several types',
      '<div class="host" itemscope itemtype="https://schema.org/FAQPage https://schema.org/WebPage">x</div>',
    ],
    [
      'RDFa',
      '<div class="host" vocab="https://schema.org/"><p typeof="FAQPage">x</p></div>',
    ],
    ['RDFa with a prefix', '<div class="host" typeof="schema:FAQPage">x</div>'],
  ] as const) {
    it(`leaves the questions to the host that adds ${what} later, while it is there`, async () => {
      const theirs = elementOf(markup);
      document.body.append(theirs);
      await settled();
      expect(questions()).to.deep.equal([]);
      theirs.remove();
      await settled();
      expect(questions()).to.deep.equal(['Ours']);
    });
  }

  it('follows a script of the host that is edited in place', async () => {
    const theirs = hostScript('{"@type":"WebPage"}');
    document.head.append(theirs);
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    theirs.firstChild!.nodeValue = faqOf('Theirs');
    await settled();
    expect(questions()).to.deep.equal([]);
    theirs.textContent = '{"@type":"WebPage"}';
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    theirs.append(', not JSON');
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
  });

  it('follows a script that becomes JSON-LD, and attributes of microdata', async () => {
    const theirs = hostScript(faqOf('Theirs'));
    theirs.type = 'text/plain';
    document.body.append(theirs);
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    theirs.type = 'application/ld+json';
    await settled();
    expect(questions()).to.deep.equal([]);
    theirs.remove();
    stage.setAttribute('itemtype', 'https://schema.org/FAQPage');
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    stage.setAttribute('itemscope', '');
    await settled();
    expect(questions()).to.deep.equal([]);
  });

  it('puts back what a head manager removes, and gives in to one that insists', async () => {
    const [script] = scripts();
    script!.remove();
    await settled();
    expect(scripts()).to.deep.equal([script]);
    let removals = 0;
    const insisting = new MutationObserver(() => {
      for (const ours of scripts()) {
        removals++;
        ours.remove();
      }
    });
    insisting.observe(document.head, {childList: true});
    script!.remove();
    await settled();
    insisting.disconnect();
    expect(removals).to.be.within(2, 100);
    stage.append(blockOf('More'));
    await settled();
    expect(questions()).to.deep.equal(['Ours', 'More']);
  });

  it('knows no marked script but its own: a clone goes, one from a cache goes', async () => {
    const [script] = scripts();
    document.body.append(script!.cloneNode(true));
    const stale = script!.cloneNode(true) as Element;
    stale.textContent = faqOf('Of another page');
    document.head.append(stale);
    await settled();
    expect(scripts()).to.deep.equal([script]);
    script!.replaceWith(script!.cloneNode(true));
    await settled();
    expect(scripts()).to.have.lengthOf(1);
    expect(questions()).to.deep.equal(['Ours']);
  });

  it('writes into a head that takes the place of the old one', async () => {
    const old = document.head;
    const next = document.createElement('head');
    old.replaceWith(next);
    await settled();
    expect(scripts(next)).to.have.lengthOf(1);
    next.append(hostScript(faqOf('Theirs')));
    await settled();
    expect(questions()).to.deep.equal([]);
    next.replaceWith(old);
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    expect(scripts()).to.have.lengthOf(1);
  });

  it('states an element in the document that it is in', async () => {
    const frame = await framed('about:blank');
    const inner = frame.contentDocument!;
    const block = stage.firstElementChild!;
    inner.body.append(block);
    await settled();
    expect(scripts()).to.deep.equal([]);
    expect(nodes(inner)).to.have.lengthOf(1);
    stage.append(block);
    await settled();
    expect(questions()).to.deep.equal(['Ours']);
    expect(nodes(inner)).to.deep.equal([]);
  });

  describe('says what readers can see:', () => {
    for (const [what, markup, isSaid] of [
      ['not what is hidden', '<div hidden></div>', false],
      ['not what has no place', '<div style="display: none"></div>', false],
      ['not what is in a closed dialog', '<dialog></dialog>', false],
      [
        'what is in closed details',
        '<details><summary>More</summary></details>',
        true,
      ],
      [
        'what has no box of its own',
        '<div style="display: contents"></div>',
        true,
      ],
    ] as const) {
      it(what, async () => {
        const around = elementOf(markup);
        around.append(blockOf('Wrapped'));
        stage.append(around);
        await settled();
        expect(questions()).to.deep.equal(
          isSaid ? ['Ours', 'Wrapped'] : ['Ours'],
        );
      });
    }

    it('hides and shows it with the page', async () => {
      stage.setAttribute('hidden', '');
      await settled();
      expect(scripts()).to.deep.equal([]);
      stage.removeAttribute('hidden');
      await settled();
      expect(questions()).to.deep.equal(['Ours']);
    });

    it('hides and shows what has no box of its own with what is around it', async () => {
      const block = blockOf('Boxless') as HTMLElement;
      block.style.display = 'contents';
      stage.replaceChildren(block);
      await settled();
      expect(questions()).to.deep.equal(['Boxless']);
      stage.setAttribute('hidden', '');
      await settled();
      expect(scripts()).to.deep.equal([]);
      stage.removeAttribute('hidden');
      await settled();
      expect(questions()).to.deep.equal(['Boxless']);
    });

    it('but a trail may be for machines only', async () => {
      stage.append(
        elementOf(
          `<breadcrumb-jsonld hidden items='[{"name":"A","url":"/"},{"name":"B"}]'></breadcrumb-jsonld>`,
        ),
      );
      await settled();
      expect(nodesOf('BreadcrumbList')).to.have.lengthOf(1);
    });
  });

  describe('when the address changes', () => {
    const here = location.href;

    const item = () =>
      (nodesOf('BreadcrumbList')[0]!.itemListElement as {item: string}[])[0]!
        .item;

    beforeEach(async () => {
      stage.append(
        elementOf(
          `<breadcrumb-jsonld items='[{"name":"Up","url":"../"},{"name":"B"}]'></breadcrumb-jsonld>`,
        ),
      );
      await settled();
    });

    afterEach(() => {
      history.replaceState(null, '', here);
    });

    it('has relative addresses as the links beside them, whatever the canonical one is', async () => {
      const link = elementOf(
        '<link class="host" rel="canonical" href="/x/y/z">',
      );
      document.head.append(link);
      await settled();
      expect(item()).to.equal(new URL('../', document.baseURI).href);
    });

    it('follows a base and a router', async () => {
      const base = elementOf(
        '<base class="host" href="/one/two/">',
      ) as HTMLBaseElement;
      document.head.prepend(base);
      await settled();
      expect(item()).to.equal(`${location.origin}/one/`);
      base.href = '/one/two/three/';
      await settled();
      expect(item()).to.equal(`${location.origin}/one/two/`);
      base.remove();
      history.pushState(null, '', '/deep/er/page');
      document.title = 'Another page';
      await settled();
      expect(item()).to.equal(`${location.origin}/deep/`);
    });
  });
});

describe('a page in any sequence of events', () => {
  const here = location.href;

  afterEach(async () => {
    history.replaceState(null, '', here);
    await settled();
    expect(scripts()).to.deep.equal([]);
  });

  /** What a host, its reader or a router may do; `n` says to which. */
  const EVENTS: Readonly<Record<string, (stage: Element, n: number) => void>> =
    {
      'add block': (stage, n) => stage.append(blockOf(`Q${n}`)),
      'add trail': (stage, n) =>
        stage.append(
          elementOf(
            `<breadcrumb-jsonld items='[{"name":"T${n}","url":"../"},{"name":"B"}]'></breadcrumb-jsonld>`,
          ),
        ),
      'add wrapped': (stage, n) => {
        const around = elementOf(
          ['<div hidden></div>', '<details><summary>x</summary></details>'][
            n % 2
          ]!,
        );
        around.append(blockOf(`W${n}`));
        stage.append(around);
      },
      remove: (stage, n) =>
        stage.children[n % (stage.children.length || 1)]?.remove(),
      move: (stage, n) => {
        const child = stage.children[n % (stage.children.length || 1)];
        if (child) stage.prepend(child);
      },
      hide: (stage, n) =>
        stage.children[n % (stage.children.length || 1)]?.toggleAttribute(
          'hidden',
        ),
      'host head': () => document.head.append(hostScript(faqOf('Theirs'))),
      'host body': () => document.body.append(hostScript(faqOf('Theirs'))),
      'host microdata': () =>
        document.body.append(
          elementOf(
            '<i class="host" itemscope itemtype="https://schema.org/BreadcrumbList"></i>',
          ),
        ),
      'host edit': (_, n) => {
        const host = document.querySelector('script.host');
        if (host) host.textContent = n % 2 ? faqOf('x') : '{"@type":"WebPage"}';
      },
      'host gone': () => document.querySelector('.host')?.remove(),
      clean: () => {
        for (const script of scripts()) script.remove();
      },
      clone: (_, n) => {
        const script = scripts()[0]?.cloneNode(true) as Element | undefined;
        if (script) (n % 2 ? document.head : document.body).append(script);
      },
      'other head': () => {
        const next = document.createElement('head');
        next.append(...document.head.children);
        document.head.replaceWith(next);
      },
      canonical: (_, n) =>
        document.head.append(
          elementOf(`<link class="host" rel="canonical" href="/c/${n}">`),
        ),
      base: (_, n) =>
        document.head.prepend(
          elementOf(`<base class="host" href="/b/${n}/x/">`),
        ),
      navigate: (_, n) => {
        history.pushState(null, '', `/deep/${n}/page`);
        document.title = `Page ${n}`;
      },
    };

  it('says what a page says that is rendered from scratch, and each once', async function () {
    this.timeout(120_000);
    const event = fc.record({
      name: fc.constantFrom(...Object.keys(EVENTS)),
      n: fc.nat({max: 7}),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, {minLength: 1, maxLength: 8}),
        fc.boolean(),
        async (events, isSlow) => {
          const stage = await fixture(html`<div></div>`);
          stage.append(blockOf('First'));
          try {
            for (const {name, n} of events) {
              EVENTS[name]!(stage, n);
              if (isSlow) await graphSettled();
            }
            await settled();
            const before = nodes();
            for (const type of ['FAQPage', 'BreadcrumbList'])
              expect(nodesOf(type).length).to.be.at.most(1);
            // From scratch: no element and no script of before.
            const markup = stage.outerHTML;
            stage.replaceChildren();
            for (const script of scripts()) script.remove();
            await settled();
            expect(scripts()).to.deep.equal([]);
            stage.outerHTML = markup;
            await settled();
            expect(nodes()).to.deep.equal(before);
          } finally {
            stage.remove();
            for (const host of document.querySelectorAll('.host'))
              host.remove();
            for (const left of document.querySelectorAll(
              'faq-block, breadcrumb-jsonld',
            ))
              left.remove();
            history.replaceState(null, '', here);
            document.title = 'Tests';
            await settled();
          }
        },
      ),
      {numRuns: 25},
    );
  });
});

describe('with Turbo', () => {
  it('has the questions of the page that is shown, on every visit', async function () {
    this.timeout(30_000);
    const frame = await framed('/plain/turbo/a.html');
    const asked = () =>
      nodes(frame.contentDocument!).flatMap(({mainEntity}) =>
        (mainEntity as {name: string}[]).map(({name}) => name),
      );
    const visit = async (name: string) => {
      const inner = frame.contentDocument!;
      [...inner.querySelectorAll('a')]
        .find(({textContent}) => textContent === name)!
        .click();
      await until(
        () =>
          frame.contentDocument!.title === name &&
          !inner.querySelector('html[data-turbo-preview]'),
        `page ${name}`,
      );
      await settled();
      await settled();
    };
    await until(() => asked().length, 'the questions');
    expect(asked()).to.deep.equal(['Question A']);
    for (const [name, expected] of [
      ['B', ['Question B']],
      ['A', ['Question A']],
      ['C', []],
      ['B', ['Question B']],
      ['C', []],
    ] as const) {
      await visit(name);
      expect(asked(), name).to.deep.equal(expected);
    }
  });
});
