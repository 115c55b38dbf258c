/**
 * A switch for light and dark, as a site has one: a class on the root that sets
 * `color-scheme`. The elements follow because it is inherited.
 */
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () =>
  root.classList.contains('dark') ||
  (system.matches && !root.classList.contains('light'));

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('.scheme');
  const show = () => {
    button.setAttribute('aria-pressed', String(isDark()));
  };
  button.addEventListener('click', () => {
    const dark = !isDark();
    root.classList.toggle('dark', dark);
    root.classList.toggle('light', !dark);
    show();
  });
  system.addEventListener('change', show);
  show();
});
