import { expect, it } from 'vitest';
import { answerShape } from '../../../server/search/answer-shape.ts';

it.each([
  ['#元', '给予5万元至五百元奖励', 2],
  ['#元', '奖励五百元和300元', 2],
  ['#万元', '给予5万元至十万元奖励', 2],
  ['#元', '元旦多元', 0],
  ['#年', '有效期5年', 1],
  ['#个工作日', '应当在二十个工作日内', 1],
  ['施行', '自公布之日起施行', 1],
  ['施行', '', 0],
])('%s in %s: %i', (shape, text, count) => {
  expect(answerShape(shape).countIn(text)).toBe(count);
});
