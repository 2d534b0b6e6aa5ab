// The buttons 小 / 中 / 大: the choice is a cookie, so that the server sets the size before the page is drawn.
const group = document.querySelector('[data-text-size]');
const show = () => {
  for (const button of group.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.size === (document.documentElement.dataset.size ?? '')));
  }
};
if (group) {
  group.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const size = button.dataset.size;
    if (size === '') delete document.documentElement.dataset.size;
    else document.documentElement.dataset.size = size;
    document.cookie = `size=${size}; path=/; max-age=${size === '' ? 0 : 31536000}; samesite=lax`;
    show();
  });
  show();
}
