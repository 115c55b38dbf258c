import {Component, inject, DestroyRef, signal} from '@angular/core';
import {currentView, followRoute} from '../../common/route';
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
export class App {
  protected readonly view = signal(currentView());

  constructor() {
    const end = followRoute((view) => {
      this.view.set(view);
    });
    inject(DestroyRef).onDestroy(end);
  }
}
