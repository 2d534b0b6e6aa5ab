/** What a sentence only plans, asks for, tells others to do or hangs on a condition. */
// What is only to be ended. Must match (before a document or 废止): 拟对 · 建议将 · 推动 · 研究      Must not: 对不适应的 · 研究决定对 · 为加快职能转变
const ASKED = /(?:拟|建议|提请|申请|(?<!为了?)(?:推[动进]|加快|抓紧)|研究(?!决定))[^，,。；■]{0,8}$/u;
const DUTY =
  '(?:(?<![适相供响反对])应(?!急|用|对|.{1,2}尽)当?|(?<![需重主摘纪])要(?![求点件素])|必须|力争)[^，,。；■]{0,24}';
// Who is told to end it. Must match (before 废止): 各地应于6月底前， · 市司法局要会同有关部门，      Must not: 根据工作需要， · 按照省政府要求， · 已不适应， · 按照应改尽改、应废尽废的原则，
const TOLD_TO = new RegExp(`${DUTY}[，,]$`, 'u');
// Must match (before a document): 各部门要按程序对 · 应当将 · 各地要抓紧清理，对      Must not: 对不适应的 · 为适应工作需要，对 · 必须统一标准，对
const TOLD_TO_TREAT = new RegExp(`(?:${DUTY}|各[^，,。；■]{1,16}${DUTY}[，,])[对将把]$`, 'u');
// On what it hangs. Must match (before the documents): 若国家另有规定， · 待■出台后，      Must not: 若干 · 如下
const CONDITION =
  /(?:^|[，,、.．：:\s])(?:若(?!干)|如果|如[遇有]|如(?:国家|上级|法律|[省市县])|倘|一旦|待(?!遇))[^。；;]{0,80}$/u;
// What others have yet to issue. Must match (before the documents): 在国家新办法出台后， · 省政府另行规定实施之日起，      Must not: 国务院第5号令发布后的 · 本办法施行后，
const AWAITED =
  /(?:^|[，,、.．：:\s])在?(?:国家|国务院|中央|上级|省(?!略))[^，,。；■]{0,8}[新另][^，,。；■]{0,16}(?:出台|施行|实施|[公发颁]布|印发|生效)(?:之?后|时|之日起)[，,]原?$/u;
// What follows from the condition is said; what stands behind it hangs on nothing.
// Must match: 如国家有新规定的，从其规定， · 若有不一致的，以国家规定为准， · 一旦发现即予取消，      Must not: 若新办法开始执行， · 如国家另有规定，
const CONSEQUENCE = /[，,][^，,]{0,30}(?:从其规定|为准|执行|办理)[，,]|[即则][^，,]{1,30}[，,]/u;

/** Whether nothing ends yet: 拟对|《A》予以废止, 待《甲条例》出台后，|《A》同时废止. `before`: the masked text before the documents. */
export function isOnlyMeant(before: string): boolean {
  const lead = before.slice(-48);
  const condition = CONDITION.exec(before.slice(-100));
  if (ASKED.test(lead) || TOLD_TO_TREAT.test(lead) || AWAITED.test(lead)) return true;
  return condition !== null && !CONSEQUENCE.test(condition[0]);
}

/** Whether others are told to act: 各地应于6月底前，|废止《A》. `lead`: the masked text before 废止. */
export function isToldToOthers(lead: string): boolean {
  return TOLD_TO.test(lead);
}
