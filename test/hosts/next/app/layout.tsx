import type {Metadata} from 'next';
import Link from 'next/link';
import type {ReactNode} from 'react';
import 'term-elements/term-elements.css';
import {Elements} from './elements';

export const metadata: Metadata = {
  title: 'Wheels',
  icons: {icon: 'data:,'},
};

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <head>
        <link rel="glossary" type="application/json" href="/words.json" />
      </head>
      <body>
        <Elements />
        <nav>
          <Link href="/">Desk</Link> <Link href="/about">About</Link>{' '}
          <Link href="/help">Help</Link>
        </nav>
        <div id="app">{children}</div>
      </body>
    </html>
  );
}
