// “Copy citation” and “copy link” for the document, and for an article, paragraph or item by its number.
const root = document.querySelector('[data-citation]');

const say = (text) => {
  let toast = document.querySelector('.toast');
  if (!toast) {
    toast = document.createElement('div');
    toast.className = 'toast';
    toast.setAttribute('role', 'status');
    document.body.append(toast);
  }
  toast.textContent = text;
  toast.hidden = false;
  setTimeout(() => (toast.hidden = true), 2500);
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    say(`已复制：${text}`);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    say(done ? `已复制：${text}` : `请手动复制：${text}`);
  }
};

const address = (anchor) => {
  const url = new URL(document.querySelector('link[rel="canonical"]')?.href ?? location.href);
  const on = new URLSearchParams(location.search).get('on');
  if (on) url.searchParams.set('on', on);
  url.hash = anchor;
  return url.href;
};

if (root) {
  const bar = document.createElement('div');
  bar.className = 'preview';
  bar.hidden = true;
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '复制');
  bar.innerHTML = '<button type="button">复制引用</button><button type="button">复制链接</button>';
  const [citeButton, linkButton] = bar.querySelectorAll('button');
  let label = null;

  document.addEventListener('click', (event) => {
    const number = event.target.closest('[data-cite]');
    if (number) {
      label = number;
      number.after(bar);
      bar.hidden = false;
      const { left, bottom } = number.getBoundingClientRect();
      const parent = (bar.offsetParent ?? document.body).getBoundingClientRect();
      bar.style.left = `${left - parent.left}px`;
      bar.style.top = `${bottom - parent.top + 4}px`;
      // By the keyboard: the buttons come next. The address of the number takes the focus first.
      if (event.detail === 0) setTimeout(() => citeButton.focus());
    } else if (!bar.contains(event.target)) bar.hidden = true;
    const button = event.target.closest('[data-copy]');
    if (button)
      copy(button.dataset.copy === 'link' ? address('') : root.dataset.citation + (button.dataset.label ?? ''));
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !bar.hidden) {
      bar.hidden = true;
      label?.focus();
    }
  });
  citeButton.addEventListener('click', () => copy(root.dataset.citation + label.dataset.cite));
  linkButton.addEventListener('click', () => copy(address(label.getAttribute('href').slice(1))));
}
