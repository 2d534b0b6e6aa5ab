/**
 * Whether a clause speaks of the document it stands in. 本办法自2024年10月15日起施行 does; 许可证有效期5年, 《消防法》自…起施行
 * and 第三条自…起施行 do not.
 */
import { SELF_WORDS } from './document-types.ts';

/** Who a clause is about: the whole document, some of its provisions, or something else. */
export type ClauseSubject = 'document' | 'provisions' | 'other';

const SELF = `(?:本(?:[《〈]|[\\u4e00-\\u9fff]{0,12}?)(?:${SELF_WORDS.join('|')})(?:所附的?■+)?|此(?:${SELF_WORDS.join('|')})|本■+)`;
const MENTIONED =
  '(?:(?:上述|以上|前述|本次|此次|相关|有关)[\\u4e00-\\u9fff]{0,12}(?:政策|措施|规定|办法|标准|事项|内容|条款|目录|意见|方案|调整)|(?:上述|以上|前述|本次|此次)[\\u4e00-\\u9fff]{0,12}(?:要求|制度|待遇|价格|[电水气热油运票]价|收费|费率|税率))';
// What may stand between the subject and 自…: 本办法及其附件, 本通知确定的政策措施, 本公告内容, 本办法（试行）
const REST =
  '(?:[（(][^（()）]{0,60}[）)]|■)?(?:及其?附件|(?:附件)?(?:所)?(?:确定|规定|明确|涉及|公布|印发|制定)的[\\u4e00-\\u9fff、]{1,16}|内容|条款)?(?:的)?(?:执行|实施|施行|有效|试行|政策|适用)?(?:时间|日期|期限|期|时限)?(?:暂定)?(?:为|是|[:：])?(?:统一|正式|均|将|拟|已|定)*';
// Must match: 本办法 · 三、本通知 · 本《通知》 · 本意见（试行） · 本法（原称《甲条例》） · 上述政策执行时间 · 预案实施时间本预案 · 此规定 · 本公告所附《目录》 · 以上价格为最高限价，
// Must not:   许可证 · 新开工项目 · 原办法 · 本证 · 此前规定 · 有关待遇 · 相关税率
const DOCUMENT = new RegExp(
  `(?:^|[，,、：:。）)条\\s]|[一二三四五六七八九十0-9][、.．]|(?:实施|生效|施行)(?:时间|日期)?)(?:${SELF}|${MENTIONED})${REST}(?:适用于[^。；]{1,120}|为[^，,。；]{2,16}[，,])?[，,]?\\s*$`,
  'u',
);
// Must match: 本办法第三条 · 第十二条第一款、第十五条 · 除第三条 · 第二条关于接入许可的规定， · 但第九条规定的收费
const PROVISIONS =
  /(?:第[一二三四五六七八九十百千零〇0-9]+[条款章项节]|[）)]项)(?:、|和|及|的)?(?:中?(?:关于|有关|涉及)[^，,。；]{1,40}的)?(?:规定(?:的[^，,。；■]{1,16})?|内容|要求|条款)?[，,]?\s*$/u;
// Must match: 停止执行■第十五条第一款， · ■（甲政发〔2010〕1号）第三条      Must not: 第三条
const OF_A_TITLE = /■(?:[（(][^（()）■]{0,60}[）)])?[中的]?第[^，,。；■]{1,40}[，,]?\s*$/u;
// Must match: 其余条款 · ，其他规定 · 其他各章 · 其余章节      Must not: 其他文件
const REST_OF_IT =
  /(?:^|[，,：:。])(?:其余|其他|其它)(?:各)?(?:条款|规定|条文|内容|部分|[章条]节?)(?:均|则)?[，,]?\s*$/u;
// Must match (behind 本条例): 经省人民代表大会常务委员会批准后， · 由市政府公布，      Must not: 实施前已经批准的项目，
const WHO_APPROVES = /(?:报?经|由|报)[^，,。；]{2,40}(?:批准|同意|审议通过|公布|发布|备案)(?:后|之后)?[，,]$/u;
// Must match (behind 本办法): 由市财政局负责解释， · 解释权属于市劳动局，
const WHO_EXPLAINS = /(?:由[^，,。；]{2,60}解释|的?解释权[属归][^，,。；]{2,40})[，,](?:并)?$/u;
// Must match (behind 本通知): ，除第五条外， · 除另有规定执行时间的外，      Must not: 除外
const WHAT_IS_LEFT_OUT = /[，,]?除[^，,。；]{2,40}外[，,]$/u;
// Must match: （empty） · 二、 · 第三条　 · 实施日期： · 有效期      Must not: 本市 · 现予公布，
const OPENING =
  /^[\s\u3000]*(?:[一二三四五六七八九十0-9]{1,3}[、.．][\s\u3000]*|第[一二三四五六七八九十百千零〇0-9]+条[\s\u3000]*|[（(][一二三四五六七八九十]+[）)])?(?:执行|实施|施行|有效|试行)?(?:时间|日期|期限|期)?[:：]?$/u;
const PROMULGATED =
  /(?:公布|发布|颁布|予以?公告|印发(?:给?你们)?|下发|通过|批准)(?:[（(][^（()）号]{0,60}[）)])?(?:[，,][^。；■]{0,24}|[\s\u3000]+)$|(?:修正|修订)[，,]$/u;
// Must match (in a 题注): 修正，该修正 · 修正，该决定      Must not: 修正，
const OF_THE_CHANGE = /该(?:次)?(?:修正|修订|修改|决定)$/u;
// Must match: 现公布■， · 兹发布■，      Must not: 根据现公布的■，
const PROMULGATES = /(?:现|兹|特)(?:将|予|予以)?(?:公布|发布|颁布|印发)■+[，,]$/u;

// Must match (news of another document): ■已于Ｄ公布， · ■已经省政府印发，      Must not: ■已经…通过，现予公布，
const NARRATED = /■([^■，,。；]{0,40})(?:公布|发布|颁布|印发|下发)[，,][^。；■]{0,24}$/u;

// A document cited with its number is none that this one promulgates. Must match: ■（甲规〔2018〕6号）需继续实施，现予重新公布，
const CITED = /■[（(][^（()）■]{2,40}号[）)][^■。；]*$/u;

/** Whether what stands before tells when another document was promulgated: 《A》已于2021年4月1日公布，将于|… */
function isNarrated(before: string, ownTitleEnds: readonly number[]): boolean {
  const match = NARRATED.exec(before);
  const between = match?.[1] ?? '';
  return (
    match !== null && between.includes('已') && !/[现兹特]/u.test(between) && !ownTitleEnds.includes(match.index + 1)
  );
}

/**
 * Tells whom a clause is about from what stands before it in its sentence (titles masked by ■). `ownTitleEnds`: offsets at
 * which a mention of the document's own title ends; `sameSentence`: an earlier clause of the sentence was about the document.
 */
export function subjectOf(before: string, ownTitleEnds: readonly number[], sameSentence: boolean): ClauseSubject {
  if (PROVISIONS.test(before)) {
    const title = OF_A_TITLE.exec(before);
    if (title && !ownTitleEnds.includes(title.index + 1)) return 'other';
    return OPENING.test(before) ? 'document' : 'provisions';
  }
  const named = before.replace(WHO_EXPLAINS, '').replace(WHO_APPROVES, '').replace(WHAT_IS_LEFT_OUT, '');
  if (DOCUMENT.test(named) || OPENING.test(before) || REST_OF_IT.test(before)) return 'document';
  const trimmed = before.replace(/(?:[，,\s\u3000]|已|将|均|[（(][^（()）]{0,30}[）)])+$/u, '');
  if (ownTitleEnds.includes(trimmed.length)) return 'document';
  if (isNarrated(before, ownTitleEnds) || OF_THE_CHANGE.test(before)) return 'other';
  if (CITED.test(before)) return 'other';
  if (PROMULGATED.test(before) || PROMULGATES.test(before)) return 'document';
  return sameSentence && /[，,]\s*(?:其|并|且|同时)?$/u.test(before) ? 'document' : 'other';
}
