/**
 * Shows the entry that the address names: `?term=funding-rate`. It runs before
 * the elements are defined, so that they read the right name first.
 */
const term = new URLSearchParams(location.search).get('term') || 'option';
const card = document.querySelector('term-card');
card.setAttribute('term', term);
document.querySelector('breadcrumb-jsonld').setAttribute('term', term);
card.addEventListener('term-load', () => {
  const name = card.shadowRoot.querySelector('dfn').textContent;
  document.title = `${name} | Glossary`;
});
