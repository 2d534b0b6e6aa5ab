/** Letters and digits of a text in one width, without marks and blanks: 新政办发〔２０２４〕43号 → 新政办发202443号. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** As lettersOf, in one case: what stays equal however a text is printed. Ids of documents are made of it: it must not change. */
export function bareWords(text: string): string {
  return lettersOf(text).toLowerCase();
}
