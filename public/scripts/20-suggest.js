// Suggestions while typing, as an ARIA combobox: arrows choose, Enter goes, Escape closes. Without script the form just searches.
const KINDS = { title: '标题', number: '文号', authority: '机关', term: '常用词' };

for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${input.id}-suggestions`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '检索提示');
  list.hidden = true;
  input.form.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }

  let active = -1;
  let pending = null;
  let timer = 0;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index) => {
    const options = [...list.children];
    active = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    if (active >= 0) {
      input.setAttribute('aria-activedescendant', options[active].id);
      options[active].scrollIntoView({ block: 'nearest' });
    }
  };
  const fill = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.url = suggestion.url;
        const kind = document.createElement('small');
        kind.textContent = KINDS[suggestion.type] ?? '';
        const text = document.createElement('span');
        text.textContent = suggestion.text;
        option.append(text, kind);
        return option;
      }),
    );
    list.hidden = suggestions.length === 0;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const ask = async () => {
    pending?.abort();
    const q = input.value.trim();
    if (q === '') {
      close();
      return;
    }
    pending = new AbortController();
    try {
      const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}&limit=8`, { signal: pending.signal });
      if (response.ok) fill((await response.json()).suggestions);
    } catch {
      // A newer question replaced this one, or the network is away: the form still searches.
    }
  };

  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 120);
  });
  input.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      mark(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.url);
    }
  });
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role="option"]');
    event.preventDefault();
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener('blur', close);
}
