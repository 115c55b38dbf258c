import {StrictMode, useEffect, useState} from 'react';
import {createRoot} from 'react-dom/client';
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

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
