/** `[17,18]` → [17, 18]; anything that is not a JSON list of numbers → []. */
export function numberList(json: string | null): number[] {
  const value = parsed(json);
  return Array.isArray(value) ? value.filter((entry): entry is number => typeof entry === 'number') : [];
}

/** `[[8],[120,1]]` → [[8], [120, 1]]; anything else → []. */
export function numberLists(json: string | null): number[][] {
  const value = parsed(json);
  if (!Array.isArray(value)) return [];
  return value.filter(Array.isArray).map((entry) => entry.filter((part): part is number => typeof part === 'number'));
}

function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
