// Tokens of the simulated VK: their words tell what they are, since the sandbox has no passwords.
export type TokenKind = "user" | "group" | "service";

export interface Token {
  kind: TokenKind;
  /** Of a community's: what its maker ticked. */
  rights: readonly string[];
  /** Of a user's: they manage the community. */
  manages: boolean;
}

/**
 * "community" makes a community's token ("bare": without any right), "service" a service key, "manager" or "user" a
 * user's (only the manager manages). Anything else, or with "expired" in it, is none.
 */
export function tokenFrom(text: string): Token | null {
  if (text.includes("expired")) return null;
  if (text.includes("community"))
    return {
      kind: "group",
      rights: text.includes("bare") ? [] : ["manage", "messages", "photos"],
      manages: false,
    };
  if (text.includes("service")) return { kind: "service", rights: [], manages: false };
  if (/manager|user/.test(text)) return { kind: "user", rights: [], manages: text.includes("manager") };
  return null;
}
