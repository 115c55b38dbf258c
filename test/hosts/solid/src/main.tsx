import {createSignal, onCleanup, Show} from 'solid-js';
import {render} from 'solid-js/web';
import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {currentView, followRoute} from '../../common/route';
import {Desk} from './desk';

function App() {
  const [view, setView] = createSignal(currentView());
  onCleanup(followRoute(setView));
  return (
    <>
      <nav>
        <a href="/">Desk</a> <a href="/about">About</a>
      </nav>
      <Show when={view() === 'desk'} fallback={<h1>About</h1>}>
        <Desk />
      </Show>
    </>
  );
}

render(() => <App />, document.getElementById('app')!);
