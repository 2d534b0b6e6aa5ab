/** How titles end: in the name of a kind of document, with or without an edition: 通知, 暂行办法（试行）, 目录（共28件）. */
import { withoutSpaces } from '../text/spaces.ts';

const WORDS = [
  '通知',
  '决定',
  '意见',
  '办法',
  '规定',
  '条例',
  '细则',
  '规则',
  '方案',
  '规划',
  '计划',
  '通告',
  '公告',
  '通报',
  '批复',
  '函',
  '命令',
  '令',
  '报告',
  '目录',
  '措施',
  '纲要',
  '要点',
  '标准',
  '规范',
  '制度',
  '章程',
  '解读',
  '名单',
  '答复',
  '决议',
  '议案',
  '请示',
  '纪要',
  '讲话',
  '解释',
  '清单',
  '预案',
  '规程',
  '基准',
  '指南',
  '法',
  '表',
  '图',
  '的任务分工',
  '建议',
  '准则',
  '导则',
  '倡议书',
  '倡议',
  '公报',
  '分工',
  '说明',
  '议程',
  '指示',
  '布告',
  '训令',
  '守则',
  '大纲',
  '名录',
  '声明',
  '宣言',
  '公约',
  '协定',
  '条约',
  '议定书',
  '修正案',
  '公示',
  '通则',
  '简则',
  '须知',
  '指引',
  '税则',
].join('|');
// Must match: …的通知 · …暂行办法（试行） · …目录（共28件）      Must not: 关于进一步完善住房公积金贷款政策的
const ENDING = new RegExp(`(?:${WORDS})(?:[（(〔《][^）)〕》]{0,20}[）)〕》])?$`, 'u');
// In printed contents these too end a title, and any bracket: 2023年9月大事记 · 干部任免
const CONTENTS_ENDING = new RegExp(`(?:${WORDS}|大事记|任免|工作|等|会议|[）)])$`, 'u');

/** Whether the words end as titles do, also where the last word is spread out: 通　　知. */
export function endsAsTitle(words: string): boolean {
  return ENDING.test(withoutSpaces(words));
}

/** Whether a line of printed contents ends as titles do there; a title that ends otherwise goes on in the next line. */
export function endsAsContentsTitle(words: string): boolean {
  return CONTENTS_ENDING.test(words);
}
