/**
 * Shows the entry that the address names: `?term=funding-rate`. It runs before
 * the elements are defined, so that they read the right name first.
 */
const term = new URLSearchParams(location.search).get('term') || 'option';
const card = document.querySelector('term-card');
card.setAttribute('term', term);
document.querySelector('breadcrumb-jsonld').setAttribute('term', term);
card.addEventListener('term-load', () => {
  // A card that was prerendered has no shadow root while it shows that.
  const {textContent: name} = (card.shadowRoot ?? card).querySelector('dfn');
  document.title = `${name} | Glossary`;
});
