/** What React knows about the elements that this page uses. */
import type {HTMLAttributes, ReactNode} from 'react';

interface TipAttributes extends HTMLAttributes<HTMLElement> {
  readonly term?: string;
  readonly value?: string | undefined;
  readonly 'value-label'?: string | undefined;
}

interface CardAttributes extends HTMLAttributes<HTMLElement> {
  readonly term?: string;
  readonly 'structured-data'?: 'none';
}

interface LinkerAttributes {
  readonly mode?: 'wrap' | 'highlight';
  readonly for?: string;
  readonly list?: 'hidden' | 'visible' | 'none';
  readonly children?: ReactNode;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'term-card': CardAttributes;
      'term-tip': TipAttributes;
      'term-linker': LinkerAttributes;
    }
  }
}
