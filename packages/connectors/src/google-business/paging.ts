/** All entries of a list behind page tokens, at most so many pages, never one token twice. */
export async function readEachPage<T>(
  mostPages: number,
  readPage: (
    token: string | undefined,
  ) => Promise<{ entries: readonly T[]; next: string | null | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { entries, next } = await readPage(token);
    all.push(...entries);
    if (!next || seen.has(next)) break;
    seen.add(next);
    token = next;
  }
  return all;
}
