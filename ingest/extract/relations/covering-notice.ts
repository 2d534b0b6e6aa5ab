import type { IsoDate } from '../../model/span.ts';
import { findDates } from '../../text/dates.ts';
import { matchesOf } from '../../text/matches.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { extensionOfList } from './extension.ts';
import type { MentionReader } from './mentioned-statement.ts';
import { ENDING, modeOf } from './repeal-words.ts';
import type { EndingMode } from './repeal-words.ts';
import type { Statement } from '../statement.ts';

const NAMES_ANNEX = /附件|附表|附后|目录|清单/u;
// Must match: 自2023年1月1日起废止 · 自2020年10月1日起，附件所列文件一律失效      Must not: 自2020年1月1日起施行的■，决定废止
const FROM_DAY =
  /(?:自|从|于)([^，,。；自从于]{8,16}?)(?:之日)?起[，,]?(?:(?!施行|实施|生效|执行)[^。；]){0,30}?(?=废止|废除|失效|停止|不再|终止|作废)/gu;

/** The sentences of a covering notice that speak of what its annex lists, titles masked; of paragraphs that hold some word. */
function* sentencesOnAnnex(
  statements: readonly Statement[],
  read: MentionReader,
  holdsWord: (text: string) => boolean,
): Generator<string> {
  for (const statement of statements) {
    if (statement.partKind === 'list' || statement.partKind === 'annex') continue;
    if (!holdsWord(statement.text.text) || !NAMES_ANNEX.test(statement.text.text)) continue;
    const { masked } = read(statement);
    for (const { start, end } of sentencesOf(masked)) {
      const sentence = masked.slice(start, end);
      if (NAMES_ANNEX.test(sentence)) yield sentence;
    }
  }
}

const mayExtend = (text: string): boolean => text.includes('继续') || (text.includes('延') && /延[长续期]/u.test(text));

/**
 * The new end that a covering notice gives to what its annex lists: 附件所列文件有效期延长至2027年12月31日. Null when it gives none.
 */
export function coveringExtension(statements: readonly Statement[], read: MentionReader): string | null {
  for (const sentence of sentencesOnAnnex(statements, read, mayExtend)) {
    const until = extensionOfList(sentence);
    if (until !== null) return until;
  }
  return null;
}

/**
 * The day from which a covering notice ends what its annex lists: 自2023年1月1日起废止附件1所列文件. By how it ends them; nothing
 * where the notice names two days.
 */
export function coveringDays(statements: readonly Statement[], read: MentionReader): Map<EndingMode, IsoDate> {
  const days = new Map<EndingMode, IsoDate>();
  const several = new Set<EndingMode>();
  for (const sentence of sentencesOnAnnex(statements, read, (text) => text.includes('起'))) {
    const modes = new Set(matchesOf(ENDING, sentence).map(([word]) => modeOf(word)));
    for (const [, printed = ''] of matchesOf(FROM_DAY, sentence)) {
      const day = findDates(printed)[0]?.date;
      if (!day) continue;
      for (const mode of modes)
        if ((days.get(mode) ?? day) === day) days.set(mode, day);
        else several.add(mode);
    }
  }
  for (const mode of several) days.delete(mode);
  return days;
}
