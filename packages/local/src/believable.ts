/**
 * A request's headers as far as they may be believed. What anybody could claim of a proxy before us is dropped: whether
 * the way is HTTPS, and under which name, is told by the configured public address alone.
 */
export function believable(
  headers: Record<string, string>,
  publicUrl: string | undefined,
): Record<string, string> {
  const believed = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(x-forwarded-|forwarded$)/.test(name)),
  );
  if (publicUrl === undefined) return believed;
  const { origin, host, protocol } = new URL(publicUrl);
  const isPublic = believed.host === host || believed.origin === origin; // a proxy may put its own name into `host`
  if (!isPublic) return believed;
  return { ...believed, host, ...(protocol === "https:" ? { "x-forwarded-proto": "https" } : {}) };
}
