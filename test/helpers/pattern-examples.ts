/** The examples that stand above a pattern in a module. */
export interface PatternExamples {
  /** The constant below them. */
  name: string;
  line: number;
  match: string[];
  not: string[];
}

const CONSTANT = /^(?:export )?const (\w+) =/u;
const COMMENT = /^(?:\/\/|\/\*\*| \*\/?) ?/u;

/** `第八条 · 第 八 条 (a mention)` → its examples: without what is said of one in English behind it, with ⏎, ⇥ and （empty） as what they stand for. */
function examplesOf(list: string): string[] {
  return list
    .split(' · ')
    .map((example) => example.trim().replace(/ \([a-zA-Z][^()]*\)$/u, ''))
    .filter((example) => example !== '')
    .map((example) => example.replaceAll('⏎', '\n').replaceAll('⇥', '\t').replace('（empty）', ''));
}

/**
 * Reads what stands above the constants of a module: `// Must match (behind a day): 起施行 · 起执行      Must not: 起施行的`. A list ends with its line, or with
 * the next where that one begins with ·.
 */
export function readPatternExamples(code: string): PatternExamples[] {
  const found: PatternExamples[] = [];
  let comment = '';
  for (const [at, line] of code.split('\n').entries()) {
    const name = CONSTANT.exec(line)?.[1];
    const lists = [
      ...comment.matchAll(/Must (match|not)(?: match)?[^:：\n]{0,60}:([^\n]*?)(?=\s+Must (?:match|not)|\n|$)/gu),
    ];
    if (name !== undefined && lists.length > 0) {
      const of = (kind: string): string[] =>
        lists.flatMap(([, which, list = '']) => (which === kind ? examplesOf(list) : []));
      found.push({ name, line: at + 1, match: of('match'), not: of('not') });
    }
    const words = COMMENT.test(line) ? line.replace(COMMENT, '').replace(/\s*\*\/$/u, '') : null;
    if (words === null) comment = '';
    else comment += words.startsWith('· ') ? ` ${words}` : `\n${words}`;
  }
  return found;
}
