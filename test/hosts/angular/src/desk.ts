import {
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  type OnDestroy,
  signal,
} from '@angular/core';
import {rowsAt, TICK} from '../../shared/rows';
import {words} from '../../shared/words';

@Component({
  selector: 'app-desk',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './desk.html',
})
export class Desk implements OnDestroy {
  readonly words = words;
  readonly tick = signal(0);
  readonly rows = computed(() => rowsAt(this.tick()));
  readonly opened = signal('');
  readonly timer = setInterval(() => {
    this.tick.update((tick) => tick + 1);
  }, TICK);

  ngOnDestroy() {
    clearInterval(this.timer);
  }
}
