// What stands behind a reference (title, number, status; or the quoted clause), on hover or keyboard focus.
const card = document.createElement('div');
card.className = 'preview';
card.id = 'preview';
card.setAttribute('role', 'tooltip');
card.hidden = true;
let anchor = null;

const hide = () => {
  card.hidden = true;
  anchor?.removeAttribute('aria-describedby');
  anchor = null;
};
const open = (link) => {
  if (!card.isConnected) document.body.append(card);
  anchor = link;
  card.textContent = link.dataset.preview;
  card.hidden = false;
  link.setAttribute('aria-describedby', card.id);
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - card.offsetWidth - 8;
  card.style.left = `${Math.max(8, Math.min(box.left, room)) + window.scrollX}px`;
  card.style.top = `${box.bottom + window.scrollY + 6}px`;
};
for (const type of ['mouseover', 'focusin']) {
  document.addEventListener(type, (event) => {
    const link = event.target.closest('[data-preview]');
    if (link) open(link);
    else if (!card.contains(event.target)) hide();
  });
}
document.addEventListener('focusout', hide);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
