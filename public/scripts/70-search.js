// Search without a reload: facets, sorting and paging fetch the same address and put its results in place.
const results = () => document.querySelector('[data-results]');

const load = async (url, push) => {
  results()?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    const page = new window.DOMParser().parseFromString(await response.text(), 'text/html');
    const found = page.querySelector('[data-results]');
    if (!found) throw new Error('a page without results');
    const open = [...document.querySelectorAll('.facets details')].map((details) => details.open);
    document.querySelector('[data-results]').replaceWith(found);
    document.querySelectorAll('.facets details').forEach((details, at) => {
      details.open = open[at] ?? details.open;
      delete details.dataset.fold;
    });
    const form = document.querySelector('[data-search-form]');
    for (const input of form.querySelectorAll('input[type="hidden"]')) input.remove();
    form.append(...page.querySelectorAll('[data-search-form] input[type="hidden"]'));
    document.title = page.title;
    if (push) history.pushState(null, '', url);
  } catch {
    location.assign(url);
  }
};

if (results()) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.facets a, .result-tools a, .chosen a, .pagination a');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    const url = new URL(link.href);
    if (url.pathname !== '/search' || url.origin !== location.origin) return;
    event.preventDefault();
    const fromFacets = link.closest('.facets') !== null;
    void load(url.href, true).then(() => {
      if (!fromFacets) results()?.scrollIntoView({ block: 'start' });
      const line = document.querySelector('.result-line') ?? document.querySelector('.hits-column h2');
      line?.setAttribute('tabindex', '-1');
      line?.focus({ preventScroll: true });
    });
  });
  window.addEventListener('popstate', () => void load(location.href, false));
}
