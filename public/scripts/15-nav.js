// On a phone the navigation is wider than the screen: shows the current entry, also where the browser does not do so by itself.
const current = document.querySelector('.site-nav [aria-current]');
const list = current?.closest('ul');
if (list && list.scrollWidth > list.clientWidth) {
  const { left, width } = current.getBoundingClientRect();
  list.scrollLeft += left - list.getBoundingClientRect().left - (list.clientWidth - width) / 2;
}
