// An address of a line that stands on another page of a long file (…/source#L5700) leads there.
const source = document.querySelector('.source-lines');
const findLine = () => {
  const line = Number(/^#L(\d+)$/.exec(location.hash)?.[1]);
  if (line < Number(source.dataset.first) || line > Number(source.dataset.last)) location.replace(`?line=${line}`);
};
if (source) {
  findLine();
  window.addEventListener('hashchange', findLine);
}
