/** `gazette status REF… [--on DAY] [--json]`: whether documents are in force on a day, and who says so. */
import type { Command } from 'commander';
import { apiValidity } from '../../server/api/serialise/validity.ts';
import { loadConfig } from '../../server/config.ts';
import { chinaDay } from '../../server/site/china-day.ts';
import { coverage } from '../store/queries/register.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { matchLines } from '../terminal/match-lines.ts';
import { FIRST_YEAR, isIsoDate, LAST_YEAR } from '../text/dates.ts';
import type { IsoDate } from '../model/span.ts';
import { NOT_KNOWN_HERE, matchesOf } from '../validity/check-text.ts';
import { nearTitlesNote } from '../validity/near-titles.ts';
import { openArchive } from './open-archive.ts';

interface StatusOptions {
  on?: string;
  json?: boolean;
}

/** Adds the command `status`. Exit status 1 when a reference is not known to the archive, 2 for a day that is none. */
export function registerStatusCommand(program: Command): void {
  program
    .command('status')
    .description('tell whether documents are in force on a day, with the clause that says so')
    .argument('<ref...>', 'a document number in any spelling, or a title')
    .option('--on <day>', 'the day, YYYY-MM-DD (default: today in China)')
    .option('--json', 'print the answers as JSON')
    .action((refs: string[], options: StatusOptions) => {
      const on = dayOption(options.on);
      const store = openArchive(loadConfig(), { readonly: true });
      try {
        const reach = coverage(store);
        const answers = refs.map((ref) => ({ ref, on, matches: matchesOf(store, ref, on) }));
        if (options.json === true) {
          const shown = answers.map(({ ref, matches }) =>
            matches.length === 0 ? { ref, on, matches, coverage: reach.sentence } : apiValidity(store, ref, on),
          );
          console.log(JSON.stringify(shown.length === 1 ? shown[0] : shown, null, 1));
        } else {
          for (const { ref, matches } of answers) {
            if (matches.length === 0) {
              const near = nearTitlesNote(store, ref);
              console.log(`${ref}\n  ${NOT_KNOWN_HERE}${near === null ? '' : `；${near}`}。`);
            }
            if (matches.length > 1) console.log(`${ref}\n  有${matches.length}件文件符合，请用文号指明：`);
            for (const match of matches) console.log(matchLines(match).join('\n'));
          }
          console.log(reach.sentence);
        }
        if (answers.some((answer) => answer.matches.length === 0)) process.exitCode = 1;
      } finally {
        store.close();
      }
    });
}

/** The day that `--on` names; today in China without it. @throws CommandFailed for what is no day. */
export function dayOption(text: string | undefined): IsoDate {
  if (text === undefined) return chinaDay(new Date());
  if (!isIsoDate(text))
    throw new CommandFailed(
      `--on ${text}: a calendar day from ${FIRST_YEAR}-01-01 to ${LAST_YEAR}-12-31 is expected (YYYY-MM-DD)`,
      2,
    );
  return text;
}
