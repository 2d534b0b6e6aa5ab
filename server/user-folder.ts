/** The folder in which the user typed the command: npm changes to the project's, and tells the user's as INIT_CWD. */
export function userFolder(env: Record<string, string | undefined> = process.env): string {
  const told = env.INIT_CWD?.trim() ?? '';
  return told === '' ? process.cwd() : told;
}
