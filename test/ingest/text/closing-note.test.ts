import { describe, expect, it } from 'vitest';
import { endsInNote } from '../../../ingest/text/closing-note.ts';

describe('endsInNote', () => {
  it.each([
    '三、重点建设项目管理办法（1998年5月28日自治区人民政府令第76号发布）',
    '关于加强市场管理的通知（清政发〔2011〕1号）',
    '《某商品储备管理办法》(商务部令2007年第3号)',
  ])('%s', (words) => {
    expect(endsInNote(words)).toBe(true);
  });
  it.each(['工程管理办法（试行）', '发展规划（2021—2025年）', '（1998年5月28日发布）', '第76号发布）', '工程管理办法'])(
    '%s does not',
    (words) => {
      expect(endsInNote(words)).toBe(false);
    },
  );
});
