/** What the doctor says of one thing. `mend` is the command or act that puts it right; null when nothing is wrong. */
export interface Finding {
  /** `note`: no fault of the installation, but for a person to look at. */
  level: 'ok' | 'note' | 'wrong';
  subject: string;
  message: string;
  mend: string | null;
}

export const well = (subject: string, message: string): Finding => ({ level: 'ok', subject, message, mend: null });
export const note = (subject: string, message: string): Finding => ({ level: 'note', subject, message, mend: null });
export const wrong = (subject: string, message: string, mend: string): Finding => ({
  level: 'wrong',
  subject,
  message,
  mend,
});

/** The first few of a list, and how many more there are. */
export function some(items: readonly string[], limit = 3): string {
  const rest = items.length - limit;
  return items.slice(0, limit).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
