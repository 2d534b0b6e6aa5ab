// On a narrow screen what only narrows or leads (filters, contents) starts closed, so that the page begins with its own matter. The
// styles keep it from showing until then (80-narrow.css, `data-fold`): nothing moves when this runs.
for (const details of document.querySelectorAll('details[data-fold]')) {
  if (window.matchMedia(`(max-width: ${details.dataset.fold})`).matches) details.open = false;
  delete details.dataset.fold;
}
