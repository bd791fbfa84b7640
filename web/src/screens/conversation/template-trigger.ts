/** Where a template is being looked for: from the sign up to the caret. */
export interface Trigger {
  from: number;
  query: string;
}

// The sign begins a word, so that "и/или" and an address open nothing.
const sign = /(?:^|\s)[/;](\S{0,32})$/u;

/** Whether "/" or ";" before the caret asks for a template, and which. */
export function templateTrigger(text: string, caret: number): Trigger | null {
  const match = sign.exec(text.slice(0, caret));
  const query = match?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

/** Puts a text in the place of [from, to); the caret comes to stand behind it. */
export function inserted(
  text: string,
  { from, to }: { from: number; to: number },
  put: string,
): { text: string; caret: number } {
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length };
}
