/**
 * A document as people cite it: 《关于印发〈新疆电力负荷管理实施细则〉的通知》（新发改规〔2024〕2号). Titles inside the title
 * get 〈〉. Without a title the number alone, without both null.
 */
export function citeDocument(title: string | null, documentNumber: string | null): string | null {
  if (title === null || title === '') return documentNumber;
  const inner = title.replace(/《/gu, '〈').replace(/》/gu, '〉');
  return `《${inner}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
}
