import { WARNING_CODES } from '../../ingest/model/warning-codes.ts';
import type { WarningCode } from '../../ingest/model/warning-codes.ts';

/** Each warning code in the words of the pages. */
const TEXTS: Record<WarningCode, string> = {
  masthead_missing: '文件开头没有公报名称、日期和期号',
  publication_before_promulgation: '公报日期早于其中文件的公布日期',
  contents_not_found: '目录所列文件在正文中找不到',
  document_not_in_contents: '正文中的文件目录没有列出',
  title_differs_from_contents: '正文标题与目录标题不一致',
  heading_missing: '文件缺少标题部分，文号、机关和日期不明',
  number_missing: '公布的文件没有文号',
  number_malformed: '疑似文号，但无法辨认',
  date_impossible: '印出的日期在日历上不存在',
  promulgation_date_missing: '署名下没有日期',
  authority_missing: '没有署名，制定机关不明',
  effective_date_unresolved: '施行日期取决于文件没有写明的事件或日期',
  effective_after_expiry: '施行日期晚于失效日期',
  article_number_gap: '条文序号不连续',
  article_number_repeated: '同一条文序号出现两次',
  item_number_gap: '项的序号不连续',
  annex_missing: '正文提到的附件没有收录',
  lines_interleaved: '两栏文字读串了行',
  line_join_doubtful: '断行处是否相连存疑',
  table_flattened: '表格转换后失去单元格',
  catalogue_count_differs: '备案目录公布件数与实列件数不一致',
  catalogue_period_missing: '备案目录未写明季度',
  catalogue_entry_incomplete: '备案目录条目缺文号或日期',
  text_unclaimed: '没有规则能辨认的文字，原样保留',
  repeal_target_unclear: '废止条款所指文件不明',
  stated_fact_differs: '网页所载信息与正文不一致',
  text_garbled: '无法解码的字符',
};

const isCode = (code: string): code is WarningCode => code in WARNING_CODES;

/** The Chinese words of a warning code; the code itself when it is new. */
export function warningText(code: string): string {
  return isCode(code) ? TEXTS[code] : code;
}
