/** The token of a sign-in link's fragment, which no server sees. */
export const tokenIn = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, "")).get("token");

let taken: string | null = null;

/** Takes the token out of the address, so that neither history nor a shared screen keeps it. */
export function takeToken(): string | null {
  const token = tokenIn(location.hash);
  if (token === null) return taken;
  taken = token;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
