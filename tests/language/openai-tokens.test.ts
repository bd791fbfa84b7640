import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, expect, it } from "vitest";
import { labelsOf, openLabeler } from "./asked.ts";
import { type ChatServer, openChatServer } from "./chat-server.ts";
import { typicalReviews } from "./typical-reviews.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await openChatServer();
});
afterAll(() => server.close());

const reviews = typicalReviews.length;
const own = typicalReviews.reduce((sum, { text }) => sum + countTokens(text), 0);

/** What a thorough model would say of those: two topics each, a sign with a quote for about every other. */
const thorough = (n: number, text: string): string[] => {
  const quote = text.split(" ").slice(4, 8).join(" ");
  return [
    String(n),
    "mix",
    "8",
    "disappointment",
    "delivery wait",
    "use",
    ...(n % 2 ? ["complaint", quote] : []),
  ];
};

it("takes at most 1.6 times the reviews' own tokens, all that is sent counted and nothing cached", async () => {
  server.will((sent, answer) => answer.labels(sent.map(({ n, text }) => thorough(n, text))));
  await labelsOf(openLabeler(server), typicalReviews);
  const [one] = server.counted;
  const { input = 0, cachedInput = 0, output = 0 } = one ?? {};
  process.stdout.write(
    `${reviews} reviews of ${own / reviews} tokens in ${server.counted.length} call: input ${input} (${(input / own).toFixed(2)} of their own), of it cached ${cachedInput}; output ${output}, ${(output / reviews).toFixed(1)} a label\n`,
  );
  expect(server.counted).toHaveLength(1);
  expect(own / reviews).toBeCloseTo(45, -1);
  expect(cachedInput).toBe(0);
  expect(input).toBeGreaterThan(own);
  expect(input / own).toBeLessThanOrEqual(1.6);
  expect(output / reviews).toBeLessThanOrEqual(26);
});

it("takes no token more for each further call, and its beginning may come from a provider's cache", async () => {
  server.counted.length = 0;
  server.cachesFrom = 1;
  await labelsOf(openLabeler(server), [...typicalReviews, ...typicalReviews.toReversed()]);
  const [first, second] = server.counted;
  const { input = 0, cachedInput = 0 } = second ?? {};
  process.stdout.write(
    `where a provider caches a beginning of any length: ${input - cachedInput} fresh (${((input - cachedInput) / own).toFixed(2)}), ${cachedInput} cached\n`,
  );
  expect(server.counted).toHaveLength(2);
  expect(input).toBe(first?.input);
  expect((input - cachedInput) / own).toBeLessThan(1.2);
});
