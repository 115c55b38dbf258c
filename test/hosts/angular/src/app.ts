import {Component, type OnDestroy, signal} from '@angular/core';
import {currentView, followRoute} from '../../shared/route';
import {Desk} from './desk';

@Component({
  selector: 'app-root',
  imports: [Desk],
  template: `
    <nav><a href="/">Desk</a> <a href="/about">About</a></nav>
    @if (view() === 'desk') {
      <app-desk />
    } @else {
      <h1>About</h1>
    }
  `,
})
export class App implements OnDestroy {
  readonly view = signal(currentView());
  readonly ngOnDestroy = followRoute((view) => {
    this.view.set(view);
  });
}
