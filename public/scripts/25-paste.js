// A passage pasted from a print comes with its line ends, which a search box would turn into spaces, and so into several words. The lines
// are joined as they read: 工作的组织⏎领导 is one run; only between letters or digits a space stays.
const joinLines = (text) =>
  text
    .trim()
    .replace(/([A-Za-z0-9])[ \t\u3000]*[\r\n]+\s*(?=[A-Za-z0-9])/g, '$1 ')
    .replace(/[ \t\u3000]*[\r\n]+\s*/g, '');

for (const input of document.querySelectorAll('input[data-suggest]')) {
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    // The one way that keeps the undo of the box and its greatest length.
    document.execCommand('insertText', false, joinLines(text));
  });
}
