import type { EventType } from '../../ingest/model/validity.ts';

/** What a dated event of a document is called. The day of 有效期届满次日 is the first without it. */
export const EVENT_NAMES: Record<EventType, string> = {
  promulgated: '公布',
  effective: '施行',
  amended: '修正',
  revised: '修订',
  extended: '延长有效期',
  kept: '继续有效',
  suspended: '暂停施行',
  repealed: '废止',
  declared_invalid: '宣布失效',
  partly_repealed: '部分废止',
  expired: '有效期届满次日',
  filed: '备案',
  cited: '引用',
};
