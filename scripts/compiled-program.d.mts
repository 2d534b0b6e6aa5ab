export function compiledProgram(root: string, entry: string, cache?: string): Promise<string | null>;
