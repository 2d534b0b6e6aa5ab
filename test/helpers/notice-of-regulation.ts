/** A made-up notice that promulgates a regulation (甲政发〔2024〕1号, 2 January 2024) whose articles after the first are given. */
export function noticeOfRegulation(articles: readonly string[]): string {
  return `甲省人民政府关于印发《甲办法》的通知
甲政发〔2024〕1号

各市人民政府：
现将《甲办法》印发给你们，请遵照执行。

甲省人民政府
2024年1月2日

甲办法
第一条 为了规范甲事，制定本办法。
${articles.join('\n')}
`;
}
