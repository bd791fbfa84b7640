/** What a workspace may still spend on models this month, in US dollars; whoever keeps it knows the month. */
export interface Budget {
  /** Adds to what was spent. */
  spend(workspaceId: string, usd: number): Promise<void>;
  left(workspaceId: string): Promise<number>;
}

/** A model's prices in US dollars for a million tokens. */
export interface Prices {
  input: number;
  /** Input that the provider had in its prompt cache. */
  cachedInput: number;
  output: number;
}

export interface Tokens {
  /** All input, the cached part included. */
  input: number;
  cachedInput: number;
  output: number;
}

/** Cost of a call in US dollars. */
export const costOf = (tokens: Tokens, prices: Prices): number => {
  const fresh = Math.max(0, tokens.input - tokens.cachedInput);
  const sum = fresh * prices.input + tokens.cachedInput * prices.cachedInput + tokens.output * prices.output;
  return sum / 1_000_000;
};

/** Tokens that a call may take at most: a token is three bytes or more in the languages we meet. */
export const tokensAtMost = (prompt: string, outputTokens: number): Tokens => ({
  input: Math.ceil(new TextEncoder().encode(prompt).length / 3),
  cachedInput: 0,
  output: outputTokens,
});
