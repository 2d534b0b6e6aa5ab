const NAMES: Record<string, string> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** Control characters, and those that turn the direction of what follows: a file may be named with them. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name as it can be shown in one line of a terminal: `a⏎b.txt` → `a\nb.txt`, an escape sequence → `\x1b[31m`. */
export function printable(name: string): string {
  return name.replace(CONTROLS, (character) => NAMES[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? String.raw`\x` + code.padStart(2, '0') : String.raw`\u` + code.padStart(4, '0');
}
