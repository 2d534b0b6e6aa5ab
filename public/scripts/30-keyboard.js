// Keys: / to the search box, n and p to the next and previous hit or article, ? for the list of keys.
const help = () => {
  let dialog = document.querySelector('.help-dialog');
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.className = 'help-dialog';
    dialog.setAttribute('aria-labelledby', 'help-title');
    dialog.innerHTML =
      '<h2 id="help-title">快捷键</h2><table><caption class="sr">快捷键</caption><tbody>' +
      '<tr><th scope="row"><kbd>/</kbd></th><td>到检索框</td></tr>' +
      '<tr><th scope="row"><kbd>n</kbd> <kbd>p</kbd></th><td>下一处、上一处：检索结果、文件中的标记，或前后条文</td></tr>' +
      '<tr><th scope="row"><kbd>?</kbd></th><td>打开本表</td></tr>' +
      '<tr><th scope="row"><kbd>Esc</kbd></th><td>关闭</td></tr></tbody></table>' +
      '<form method="dialog"><button>关闭</button></form>';
    document.body.append(dialog);
  }
  dialog.showModal();
};

// A mark that goes on from the text before it is no place of its own, but lights up with its beginning.
const places = () => [...document.querySelectorAll('.document mark:not(.goes-on), .hits .hit h2 > a')];
const parts = (place) => {
  const marks = [...document.querySelectorAll('.document mark')];
  const first = marks.indexOf(place);
  if (first < 0) return [];
  const rest = marks.slice(first + 1);
  const next = rest.findIndex((mark) => !mark.matches('.goes-on'));
  return [place, ...rest.slice(0, next < 0 ? rest.length : next)];
};
let at = -1;
const go = (step) => {
  const all = places();
  if (all.length === 0) {
    document.querySelector(`.neighbours [rel="${step > 0 ? 'next' : 'prev'}"]`)?.click();
    return;
  }
  for (const mark of parts(all[at])) mark.classList.remove('current');
  at = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  const place = all[at];
  if (place.matches('a')) place.focus();
  else {
    for (const mark of parts(place)) mark.classList.add('current');
    place.scrollIntoView({ block: 'center' });
  }
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable], dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === '/') {
    event.preventDefault();
    const box = document.querySelector('#q, #site-q');
    box?.focus();
    box?.select();
  } else if (event.key === 'n') go(1);
  else if (event.key === 'p') go(-1);
  else if (event.key === '?') help();
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-hit]');
  if (button) go(button.dataset.hit === 'next' ? 1 : -1);
});
