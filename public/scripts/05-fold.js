// On a narrow screen what only narrows or leads (filters, contents) starts closed, so that the page begins with its own matter.
for (const details of document.querySelectorAll('details[data-fold]')) {
  if (window.matchMedia(`(max-width: ${details.dataset.fold})`).matches) details.open = false;
}
