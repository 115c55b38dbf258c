import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import 'term-elements/own-glossary/all.js';
import 'term-elements/term-elements.css';
import {currentView, followRoute} from '../../common/route';
import {Desk} from './desk';

function App() {
  const [view, setView] = useState(currentView);
  useEffect(() => followRoute(setView), []);
  return (
    <>
      <nav>
        <a href="/">Desk</a> <a href="/about">About</a>
      </nav>
      {view === 'desk' ? <Desk /> : <h1>About</h1>}
    </>
  );
}

render(<App />, document.getElementById('app')!);
