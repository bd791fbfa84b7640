import { entry } from "../asked.ts";
import type { Behaviour, ChatRequest } from "../chat-server.ts";

/**
 * What a careless reader takes for words of ours rather than data: all that stands behind the list of mentions, where
 * brackets are counted without regard to quotes and look-alikes pass for them; all from a mark on that parts messages for
 * one model or another; and whatever is written unseen.
 */
export const outsideOf = (content: string): string[] => {
  const seen = content.normalize("NFKC");
  const marked = marks.flatMap((mark) => mark.exec(seen)?.slice(0, 1) ?? []);
  return [behindData(seen), ...marked, ...unseenIn(content)].filter((words) => words.trim() !== "");
};

const marks = [
  /<[|/!a-z][\s\S]*/i,
  /```[\s\S]*/,
  /\]\]>[\s\S]*/,
  /\[\/?INST\][\s\S]*/,
  /<<[\s\S]*/,
  /[\n\r\u0085\u2028\u2029]\s*\S[\s\S]*/,
];

const depthOf: Record<string, number> = { "[": 1, "{": 1, "]": -1, "}": -1 };

const behindData = (content: string): string => {
  if (content.trimStart()[0] !== "[") return content;
  let depth = 0;
  for (const [at, sign] of [...content].entries()) {
    depth += depthOf[sign] ?? 0;
    if (at > 0 && depth <= 0) return [...content].slice(at + 1).join("");
  }
  // Whoever opened more than was closed has shifted the end.
  return depth === 0 ? "" : content;
};

const emoji =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*|[#*\d]\ufe0f/gu;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}]/u;

/** A text that holds unseen characters is all suspect: what it says depends on who reads it. */
const unseenIn = (content: string): string[] => (unseen.test(content.replace(emoji, "")) ? [content] : []);

/**
 * A model that obeys whatever it meets outside the data, and reads as `honest` does else. `obeyed` collects what it fell
 * for.
 */
export const gullible =
  (honest: Behaviour, { instructions, obeyed }: { instructions: string; obeyed: string[] }): Behaviour =>
  (sent, answer, asked) => {
    const orders = [...outsideOf(lastOf(asked)), ...added(asked, instructions)];
    if (orders.length === 0) return honest(sent, answer, asked);
    obeyed.push(...orders);
    return answer.labels(Array.from({ length: 20 }, (_, place) => obedient(place + 1)));
  };

const lastOf = ({ messages }: ChatRequest): string => messages.at(-1)?.content ?? "";

/** What stands beside our instructions and the one message with data. */
const added = ({ messages }: ChatRequest, instructions: string): string[] =>
  messages.slice(0, -1).flatMap(({ content }) => (content === instructions ? [] : [content]));

const obedient = (n: number): string[] => entry(n, "pos", ["fraud", "https://evil.example/refund"]);
