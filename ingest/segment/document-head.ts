import type { TitleBlock } from './title-block.ts';

/** The head of a document: lines of its title, number and authority. */
export interface DocumentHead {
  /** First line of the document. */
  start: number;
  title: TitleBlock | null;
  number: number | null;
  /** Lines of the authority over a 令 or 公告. */
  authority: TitleBlock | null;
  /** 杭州市人民政府办公厅文件 over the number; null where none is printed. */
  letterhead: number | null;
  /** XTCR—2023—00009 over all of these; null where none is printed. */
  register: number | null;
  /** First line behind the head. */
  end: number;
  /** Index of the contents entry that promises it. */
  promise: number | null;
  rule: string;
}

/** A head that begins at a line, with what is known of it. */
export function headFrom(start: number, rule: string, known: Partial<DocumentHead> = {}): DocumentHead {
  return {
    start,
    title: null,
    number: null,
    authority: null,
    letterhead: null,
    register: null,
    end: start,
    promise: null,
    rule,
    ...known,
  };
}
