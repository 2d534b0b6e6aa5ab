import { expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';

const issue = (...between: string[]): string => `甲省人民政府公报
2024年第3期

目录
关于做好防汛工作的通知（甲政办发〔2024〕8号）……（2）
关于做好春耕工作的通知（甲政办发〔2024〕9号）……（4）

${between.join('\n')}

关于做好防汛工作的通知
甲政办发〔2024〕8号

各市人民政府：
现就做好防汛工作通知如下。

甲省人民政府办公厅
2024年2月1日
`;

const warned = (text: string): string[] =>
  parse(text).warnings.flatMap(({ code, message }) => (code === 'text_unclaimed' ? [message] : []));

it('text that no rule understands is told once for each run of lines, by its first one', () => {
  expect(warned(issue('本刊征订启事'))).toEqual(['未能识别：本刊征订启事']);
  expect(warned(issue('本刊征订启事', '每期定价十元'))).toEqual(['未能识别：本刊征订启事']);
  expect(warned(issue())).toEqual([]);
});

it('every character lies in one segment, in order', () => {
  const text = issue('本刊征订启事', '', '每期定价十元');
  const { segments, source } = parse(text);
  expect(segments.map(({ start, end }) => source.text.slice(start, end)).join('')).toBe(source.text);
  expect(segments.some(({ kind }) => kind === 'unclaimed')).toBe(true);
});
