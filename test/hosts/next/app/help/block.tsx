'use client';

import type {} from 'term-elements/react';

export function Block() {
  return (
    <faq-block>
      <details>
        <summary>Who helps?</summary>
        <p>The workshop.</p>
      </details>
    </faq-block>
  );
}
