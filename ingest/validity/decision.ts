import type { Certainty, IsoDate } from '../model/span.ts';
import type { RegisterEvent, Status } from '../model/validity.ts';

/** What the record says of one day, before it is put into words. */
export interface Decision {
  status: Status;
  /** First and last day of this status, as far as known. */
  since: IsoDate | null;
  until: IsoDate | null;
  decidedBy: RegisterEvent | null;
  certainty: Certainty;
}
