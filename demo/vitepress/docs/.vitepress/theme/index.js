import DefaultTheme from 'vitepress/theme';
import 'term-elements/term-elements.css';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // The elements are for the browser; pages are made without one.
    if (typeof window !== 'undefined') import('term-elements/all.js');
  },
};
