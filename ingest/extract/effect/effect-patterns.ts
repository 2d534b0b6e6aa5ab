/** How clauses of effect are printed, in a clause text (clause-text.ts): titles are ■, days are Ｄ. */
import { SELF_WORDS } from '../document-types.ts';
import { DURATION } from './duration.ts';

const VERB = '(?:正式|开始|统一|全面|同步|试点)*(?:施行|实施|实行|执行|生效|试行|启用)';
/** What a day of effect is counted from. */
export const EVENT_WORD = '印发|公布|发布|颁布|颁发|下发|下达|发文|成文|签发|签署|刊登|登报|发出|公告|通过|批准';

/** Without one of them no clause counts from an event. */
export const NAMES_EVENT = new RegExp(EVENT_WORD, 'u');

const HOUR = '(?:零|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:时|:00)(?:整|[0-9一二三四五六七八九十]{1,3}分)?';
// Must match: 自2024年10月15日起施行 · 从2024年10月15日起正式实施 · 于1986年10月1日施行 · 自2021年6月1日之日起执行 · 自2021年6月1日零时起施行
// · 自2021年6月1日12时起执行
// Must not:   自2024年9月1日起，将运费补贴标准… · 自2024年9月1日起施行的标准
export const FIXED = new RegExp(
  `(?:自|从|于|定于|在)?\\s?Ｄ+\\s?(?:${HOUR})?(?:之日)?(?:起|开始|后)?[，,]?${VERB}(?![的后前期时中])`,
  'gu',
);
// Must match: 自印发之日起施行 · 自公布之日起30日后施行 · 自发布之日起满三个月后实施 · 自本办法公布之日起生效 · 公布后三十日起施行 · 自公布次日起施行
// Must not:   自受理之日起15日内
export const BY_EVENT = new RegExp(
  `(?:(?:自|从|于)([\\u4e00-\\u9fff■]{0,14}?))?(${EVENT_WORD})(?:之日|日)?(?:[（(]Ｄ+[）)])?(?:之?的?次日)?(?:起|后|之后)?(?:的?第|满)?\\s?(?:${DURATION}(?:后|之后|起|之日起|后起)?)?(?:起)?[，,]?${VERB}(?![的后前期时中])`,
  'gu',
);
// Must match: 自2021年6月1日起，本办法正式施行 · 自2021年6月1日起，本公告附件1《目录》实施      Must not: 自2021年6月1日起，本市施行新标准
export const DAY_BEFORE_TEXT = new RegExp(
  `(?:自|从)?\\s?Ｄ+\\s?起[，,]本(?:${SELF_WORDS.join('|')})(?:附件[0-9]{0,2})?■*${VERB}(?=[，,。；;]|$)`,
  'gu',
);
export const NEXT_DAY = /次日/u;
// Must match: 施行日期：2021年8月1日 · 实施时间为2021年8月1日      Must not: 施行日期由市人民政府另行规定 · 实施时间为2021年8月1日至10月31日
export const HEADED =
  /(?:施行|实施|生效|执行)(?:日期|时间)(?:为|是|[:：])\s?(?:自|从)?\s?Ｄ+(?:起)?(?=[。；;，,\s]|$)/gu;
// Must match: 自建房〔2023〕52号文印发之日（2023年8月18日）起施行 · 自甲公司成立之日(2020年5月6日)起实施
export const DAY_OF_EVENT = new RegExp(`(?:自|从)[^，,。；■]{1,40}?之日[（(]Ｄ+[）)]起${VERB}(?![的后前期时中])`, 'gu');
// Must match: 现予发布施行 · 现予公布实施 · 现发布施行      Must not: 现予公布，自… · 发布施行前
export const AT_ONCE = new RegExp(`(?:现|兹|特)(?:予以?)?(${EVENT_WORD})${VERB}(?=[。，,；;]|$)`, 'gu');
// Must match: 凡宣布失效的规范性文件，自本通知印发之日起一律停止执行      Must not: 自办法公布之日起停止执行
export const ENDS_OTHERS = new RegExp(
  `自本[\\u4e00-\\u9fff]{2,6}?(${EVENT_WORD})之日起[，,]?(?:一律|均|同时|全部|即行)*(?:停止执行|废止|失效|不再执行|停止施行)`,
  'gu',
);
// Must match: 自2024年1月1日起至2027年12月31日实施 · 执行时间自2021年6月1日至2023年5月31日 · 执行期限为2021年6月1日—2023年5月31日
// · 自2021年6月1日起施行，至2023年5月31日止      Must not: 自2021年6月1日起施行
export const PERIOD = new RegExp(
  `(?:自|从|于|为|是|[:：])?\\s?(Ｄ+)\\s?(?:之日)?(?:起|开始)?[，,]?(?:${VERB})?(?:[，,]?(?:有效期|执行期|实施期|期限)?)?[，,]?\\s?(?:执行|实施|有效)?(?:截?至|到|—+|–|-|~|～)\\s?(Ｄ+)\\s?(?:止|结束|期间)?(?:[，,]?(?:${VERB}|有效))?`,
  'gu',
);
// Must match: 执行期暂定为自政策发布之日起至2020年6月30日 · 自印发之日起至2025年12月31日止有效
// Must not:   自受理之日起至2020年6月30日
// Sorted out later, since no word of effect stands before or behind it: 自公布之日起至2020年6月30日，向社会征求意见
export const EVENT_PERIOD = new RegExp(
  `(?:自|从)([\\u4e00-\\u9fff■]{0,14}?)(${EVENT_WORD})(?:之日|日)?起[，,]?(?:截?至|到)\\s?Ｄ+\\s?(?:止|结束)?(?:[，,]?(?:${VERB}|有效))?`,
  'gu',
);
export const PERIOD_TAIL = new RegExp(`(?:${VERB}|有效|止)`, 'u');
export const PERIOD_WORD =
  /(?:有效期限?|(?:执行|实施|施行|试行)(?:时间|期限|期间|期|时限)?|(?:政策|适用)(?:时间|期限|期间|期|时限)|期限)(?:暂定)?(?:为|是|[:：])?(?:自|从)?$/u;
// Must match: 有效期至2026年12月31日 · 有效期截至2026年12月31日 · 执行至2025年底 · 试行至2025年5月1日 · 至2025年5月1日止 · 至2025年5月1日停止执行
// Must not:   将于2026年12月31日前完成
export const UNTIL = new RegExp(
  `(?:暂定|暂)?(?:有效期|(?:执行|实施|施行|试行)(?:时间|期限|期)?|有效)?(?:限|间)?(?:暂定)?(?:为|是|[:：])?(?:截止日?期?为?|截?至|截止到|到)\\s?(Ｄ+)\\s?(?:止|失效|终止|停止执行|结束|自动失效|自行废止|废止)?`,
  'gu',
);
export const UNTIL_WORD = /^(?:暂定|暂)?(?:有效|执行|实施|施行|试行)/u;
export const UNTIL_END = /(?:止|失效|终止|停止执行|结束|废止)$/u;
// Must match (behind the document's own beginning or name): 2028年6月4日失效 · 于2028年6月4日自动废止 · 自2028年6月5日起停止执行 · 自2024年1月1日起全文废止
// Must not: 自2024年6月1日起废止下列文件
export const ENDS_ON =
  /(?:于|自|从)?\s?Ｄ+\s?(?:之日)?(起|后|)[，,]?(?:自动|自行|自然|即行|予以|全文)?(?:失效|废止|停止执行|停止施行|停止实施)(?=[。；;，,]|$)/gu;
export const WITHOUT_END = /长期有效|有效期(?:限)?(?:为|[:：])?长期/gu;
// 自2024年10月15日起施行 is a clause only when it ends there or goes on with its validity.
export const CLAUSE_ENDS =
  /^\s?(?:$|[0-9一二三四五六七八九十两]{1,3}(?:年|个月)|[。；;，,、）)”!！\n外]|[（(]?(?:有效期|试行期)|至|执行期|实施期|并|但|其中|同时|■)/u;
