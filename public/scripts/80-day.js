// Remembers the day that a reader chose and offers it again wherever a page asks for one. It is never applied unasked: an old day
// in force without a word would mislead. “回到今日” forgets it.
const asked = new URLSearchParams(location.search).get('on');
if (asked) localStorage.setItem('day', asked);
const last = localStorage.getItem('day');

for (const field of document.querySelectorAll('input[type="date"][name="on"]')) {
  field.form.addEventListener('submit', () => {
    if (field.value && field.value !== field.defaultValue) localStorage.setItem('day', field.value);
  });
  if (!last || asked || last === field.value) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'last-day';
  button.textContent = `沿用上次的 ${last}`;
  button.addEventListener('click', () => {
    field.value = last;
    field.form.requestSubmit();
  });
  field.form.append(button);
}

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-today]')) localStorage.removeItem('day');
});
