import {
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  inject,
  signal,
} from '@angular/core';
import {rowsAt, TICK} from '../../common/rows';
import {words} from '../../common/words';

@Component({
  selector: 'app-desk',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <breadcrumb-jsonld [items]="trail"></breadcrumb-jsonld>
      <h1>Desk</h1>
      <ul>
        @for (row of rows(); track row.term) {
          <li>
            <term-tip
              [term]="row.term"
              [value]="row.price"
              value-label="Now"
              [glossary]="words"
              (term-open)="opened.set($event.id ?? '')"
              >{{ row.name }}</term-tip
            >
            {{ row.price }}
          </li>
        }
      </ul>
      <p>Opened: <output>{{ opened() }}</output></p>
      <term-card class="by-property" term="hub" [glossary]="words">Hub</term-card>
      <term-card class="by-src" term="spoke" src="/words.json">
        <a href="https://wheels.example/spoke">Spoke</a>
      </term-card>
      <term-figure [figure]="figure"></term-figure>
      <faq-block>
        <details>
          <summary>Do wheels turn?</summary>
          <p>Yes, around the axle.</p>
        </details>
      </faq-block>
      <term-linker mode="highlight">
        <p>A spoke holds the rim.</p>
      </term-linker>
    </main>
  `,
})
export class Desk {
  protected readonly words = words;
  protected readonly trail = [{name: 'Home', url: '/about'}, {name: 'Desk'}];
  protected readonly figure = {type: 'pool', x: 100, y: 400000, trade: 25};
  protected readonly opened = signal('');
  readonly #tick = signal(0);
  protected readonly rows = computed(() => rowsAt(this.#tick()));

  constructor() {
    const timer = setInterval(() => {
      this.#tick.update((tick) => tick + 1);
    }, TICK);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }
}
