// The head of every printed sheet but the first, which has the title itself: which text this is, and its status on the day.
const printed = document.querySelector('[data-print-head]');
if (printed && 'adoptedStyleSheets' in document) {
  const sheet = new window.CSSStyleSheet();
  const text = printed.dataset.printHead.replace(/["\\]/gu, '\\$&').replace(/\s/gu, ' ');
  sheet.replaceSync(`@page { @top-left { content: "${text}"; font: 8.5pt sans-serif; white-space: nowrap; } }
    @page :first { @top-left { content: none; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
