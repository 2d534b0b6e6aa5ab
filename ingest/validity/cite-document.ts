/**
 * A document as people cite it: 《关于印发〈新疆电力负荷管理实施细则〉的通知》（新发改规〔2024〕2号). Titles inside the title
 * get 〈〉, and those inside them 《》 again, as 书名号 are set. Without a title the number alone, without both null.
 */
export function citeDocument(title: string | null, documentNumber: string | null): string | null {
  if (title === null || title === '') return documentNumber;
  return `《${setWithin(title)}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
}

/** A title as it stands inside 《》: its own marks in turn, whatever they were. One that closes nothing must not close the whole. */
function setWithin(title: string): string {
  let depth = 0;
  return title.replace(/[《〈》〉]/gu, (mark) => {
    if (mark === '《' || mark === '〈') depth += 1;
    const isSingle = depth % 2 === 1 || depth === 0;
    if (mark === '《' || mark === '〈') return isSingle ? '〈' : '《';
    depth = Math.max(0, depth - 1);
    return isSingle ? '〉' : '》';
  });
}
