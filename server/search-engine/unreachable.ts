const REASONS: Record<string, string> = {
  ECONNREFUSED: 'does not answer: nothing listens at this address',
  ECONNRESET: 'does not answer: it cuts the connection',
  ENOTFOUND: 'does not answer: its name is not known',
  EAI_AGAIN: 'does not answer: its name could not be looked up',
  EHOSTUNREACH: 'does not answer: no way leads to its machine',
  ENETUNREACH: 'does not answer: no way leads to its network',
  ETIMEDOUT: 'does not answer: its machine is silent',
  UND_ERR_CONNECT_TIMEOUT: 'does not answer: its machine is silent',
};

/** Why no Meilisearch answers at an address, as the end of a line that begins with the address; null when one does. */
export async function unreachableReason(url: string, patience: number): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(patience) });
    const body = await answer.text();
    if (answer.ok && isAvailable(body)) return null;
    return `is not a Meilisearch that is ready: /health says ${answer.status}`;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return 'does not answer in time';
    const code = codeOf(error);
    return REASONS[code ?? ''] ?? `does not answer${code === null ? '' : `: ${code}`}`;
  }
}

function isAvailable(body: string): boolean {
  try {
    const health: unknown = JSON.parse(body);
    return typeof health === 'object' && health !== null && 'status' in health && health.status === 'available';
  } catch {
    return false;
  }
}

/** fetch says only that it failed; the reason is the cause of its error: ECONNREFUSED, CERT_HAS_EXPIRED. */
function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : null;
}
