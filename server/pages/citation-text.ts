/** 《新疆维吾尔自治区行政执法案卷评查办法》（新疆维吾尔自治区人民政府令第239号）: what “copy citation” puts before a provision's label. */
export function citationText(document: { title: string; documentNumber: string | null }): string {
  const title = /^《.*》$/u.test(document.title) ? document.title : `《${inner(document.title)}》`;
  return document.documentNumber === null ? title : `${title}（${document.documentNumber}）`;
}

/** Inside 《》 a further title stands in 〈〉: 关于印发〈…办法〉的通知. */
const inner = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');
