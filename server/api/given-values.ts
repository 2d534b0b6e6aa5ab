/**
 * A query string or form as it was filled in: a field that is left empty counts as not given, so that a script may send all of them
 * (`?q=评查&on=&status=&limit=`).
 */
export function givenValues(fields: unknown): Record<string, unknown> {
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
