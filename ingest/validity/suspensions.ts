import type { IsoDate } from '../model/span.ts';
import type { RegisterEvent } from '../model/validity.ts';

/** Whether another text took up again what one had put out of use: said of the same provisions, or of the whole, later and by the day. */
function isTakenUp(suspended: RegisterEvent, events: readonly RegisterEvent[], on: IsoDate): boolean {
  return events.some(
    ({ type, date, provisions }) =>
      type === 'kept' &&
      date !== null &&
      date <= on &&
      date > (suspended.date ?? '') &&
      (provisions.length === 0 || provisions.join() === suspended.provisions.join()),
  );
}

/**
 * What puts a document, or some provisions of it, out of use on a day: 暂停执行 from a day on that has come, until one that has not passed, and
 * nothing that says 恢复执行 since. In the order of the events.
 */
export function suspensionsOn(events: readonly RegisterEvent[], on: IsoDate): RegisterEvent[] {
  return events.filter(
    (event) =>
      event.type === 'suspended' &&
      event.date !== null &&
      event.date <= on &&
      (event.until === null || on <= event.until) &&
      !isTakenUp(event, events, on),
  );
}
