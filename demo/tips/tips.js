/** The button that opens the dialog, as a page has one. */
const dialog = document.querySelector('dialog');

document.querySelector('.open-dialog').addEventListener('click', () => {
  dialog.showModal();
});
