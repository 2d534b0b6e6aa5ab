/**
 * Texts folded for comparison inside one issue: the title in the printed contents and the title over the text are the same words
 * with other brackets, widths and spaces: （2023—2030年） / (2023—2030年); 《》 inside 《》 become 〈〉 or <>.
 */

/** Folded spelling by UTF-16 code, filled as characters come up. */
const FOLDED = new Array<string | null>(0x10000).fill(null);

function foldCharacter(code: number): string {
  const character = String.fromCharCode(code);
  const wide = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  switch (wide) {
    case '〔':
    case '［':
    case '【':
    case '〖':
      return '[';
    case '〕':
    case '］':
    case '】':
    case '〗':
      return ']';
    case '《':
    case '〈':
    case '<':
    case '》':
    case '〉':
    case '>':
    case '“':
    case '”':
    case '"':
    case '‘':
    case '’':
    case '*':
    case '#':
      return '';
    case '—':
    case '–':
    case '―':
    case '－':
    case '~':
    case '～':
      return '-';
    default:
      return /\s/u.test(wide) || wide === '\u200b' || wide === '\ufeff' ? '' : wide.toLowerCase();
  }
}

/** The first character of a text folded, of those that folding leaves among its first four; empty for none. */
export function foldedOpening(text: string): string {
  for (let at = 0; at < 4 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const folded = (FOLDED[code] ??= foldCharacter(code));
    if (folded !== '') return folded.charAt(0);
  }
  return '';
}

/** Width, brackets, quotation marks, title marks and spaces folded away; the words stay. */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    folded += FOLDED[code] ??= foldCharacter(code);
  }
  return folded;
}
