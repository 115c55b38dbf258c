document.addEventListener('term-open', ({id}) => {
  document.querySelector('output').textContent = id;
});
