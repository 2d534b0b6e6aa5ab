// Marks in the contents sidebar the chapter that is being read.
const nav = document.querySelector('[data-spy]');
if (nav) {
  const links = new Map();
  for (const link of nav.querySelectorAll('a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  const targets = [...links.keys()];
  let current = null;
  const update = () => {
    const line = window.innerHeight * 0.25;
    let found = targets[0];
    for (const target of targets) if (target.getBoundingClientRect().top <= line) found = target;
    const link = links.get(found);
    if (link === current || !link) return;
    current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    current = link;
    if (nav.scrollHeight > nav.clientHeight) {
      const top = link.offsetTop - nav.clientHeight / 2;
      nav.scrollTo({ top, behavior: 'instant' });
    }
  };
  let waiting = false;
  window.addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      window.requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    },
    { passive: true },
  );
  update();
}
