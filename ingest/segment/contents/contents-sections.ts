/**
 * The typography by which some contents tell sections from entries: headings, bold type or ornaments that only lines without a page
 * carry. `### 部门文件` over `关于…的通知 ..... (22)` (Xinjiang 2024 no. 17-18), `**◆市政府规章**`.
 */
import type { ContentsLine } from './contents-line.ts';
import { mayBeSection } from '../section-name.ts';

const MARKS: readonly ((line: ContentsLine) => boolean)[] = [
  ({ heading }) => heading > 0,
  ({ bold }) => bold,
  ({ mark }) => mark === 'bullet',
];

/** Whether lines so marked are sections: short, without page or number, each over lines that are not so marked. */
function marksSections(lines: readonly ContentsLine[], isMarked: (line: ContentsLine) => boolean): boolean {
  const marked = lines.filter(isMarked);
  const last = lines.at(-1);
  const isOver = last !== undefined && !isMarked(last);
  return (
    marked.length > 0 &&
    isOver &&
    marked.every(({ page, number, row, text }) => page === null && number === null && !row && mayBeSection(text))
  );
}

/** How to tell the sections of these contents by their typography; nothing is one where all lines are set alike. */
export function sectionMark(lines: readonly ContentsLine[]): (line: ContentsLine) => boolean {
  const printed = lines.filter(({ text, row }) => text !== '' || row !== null);
  return MARKS.find((isMarked) => marksSections(printed, isMarked)) ?? (() => false);
}
