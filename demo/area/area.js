/**
 * Shows the area that the address names: `?area=options-basics`. It runs before
 * the elements are defined, so that they read the right name first.
 */
const element = document.querySelector('term-area');
const asked = new URLSearchParams(location.search).get('area');
const links = [...document.querySelectorAll('.chooser a')];
const nameOf = (link) => new URLSearchParams(link.search).get('area');
const fallback = element.getAttribute('area');
const chosen =
  links.find((link) => nameOf(link) === asked) ??
  links.find((link) => nameOf(link) === fallback);

chosen.setAttribute('aria-current', 'page');
document.title = `${chosen.textContent} | Glossary`;
if (nameOf(chosen) !== fallback) {
  element.setAttribute('area', nameOf(chosen));
  element.replaceChildren(); // the author's words are about another area
}
