import type { Tokens } from "@otklik/core/label/model-use";
import { z } from "zod";

/** A model's prices in US dollars for a million tokens. */
export interface Prices {
  input: number;
  /** Input that the provider had in its prompt cache. */
  cachedInput: number;
  output: number;
}

/** Prices as an operator writes them: input, cached input, output. */
export const WrittenPrices = z
  .string()
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?){2}$/, "it should look like 0.4,0.1,1.6")
  .transform((written): Prices => {
    const [input = 0, cachedInput = 0, output = 0] = written.split(",").map(Number);
    return { input, cachedInput, output };
  });

/** Cost of a call in US dollars. */
export const costOf = (tokens: Tokens, prices: Prices): number => {
  const fresh = Math.max(0, tokens.input - tokens.cachedInput);
  const sum = fresh * prices.input + tokens.cachedInput * prices.cachedInput + tokens.output * prices.output;
  return sum / 1_000_000;
};

/** What a provider adds around two messages and a schema. */
const framing = 100;

/** Tokens that a call may take at most, whatever the model's tokenizer: no token is shorter than a byte. */
export const tokensAtMost = (prompt: string, outputTokens: number): Tokens => ({
  input: framing + new TextEncoder().encode(prompt).length,
  cachedInput: 0,
  output: outputTokens,
});
