import type {
  Answer,
  Connector,
  FoundMention,
  Receipt,
  ReplyRules,
  Unreadable,
} from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";

/** A tiny network in memory: what is said there, which answers stand there, and how it can fail. */
export interface Village {
  connector: Connector;
  said: FoundMention[];
  unreadable: Unreadable[];
  /** Answers by the mention's id, in the order in which they were published. */
  standing: { externalId: string; text: string; once: string }[];
  /** What the next calls do instead: thrown before anything happened, or after the effect took place. */
  failNext: { at: "pull" | "reply" | "receipt" | "edit"; with: Error; after?: boolean }[];
  /** What stood in the place of each edit, and what was put there. */
  edited: { before: string | undefined; after: string }[];
  /** What a published answer is at first. */
  receipt: Receipt;
  pulls: number;
}

/** `perPage` mentions a page; `once` as a network's reply rules say it. */
export function village({
  perPage = 100,
  once = "read-back" as ReplyRules["once"],
  edits = "any" as ReplyRules["edits"],
} = {}): Village {
  const there: Village = {
    said: [],
    unreadable: [],
    standing: [],
    failNext: [],
    edited: [],
    receipt: { state: "published" },
    pulls: 0,
    connector: undefined as never,
  };
  const fail = (at: Village["failNext"][number]["at"], after: boolean): void => {
    const next = there.failNext.findIndex((one) => one.at === at && (one.after ?? false) === after);
    const [failure] = next < 0 ? [] : there.failNext.splice(next, 1);
    if (failure) throw failure.with;
  };
  const standingReceipt = ({ once: key, text, standing }: Answer): Receipt | null => {
    const isEdited = standing && there.standing.some((one) => one.text === text);
    return isEdited || there.standing.some((one) => one.once === key) ? there.receipt : null;
  };
  there.connector = {
    network: "village",
    title: "Village",
    about: { reads: { ru: "отзывы", en: "reviews" }, needs: { ru: "ничего", en: "nothing" } },
    account: { is: "none" },
    settings: z.object({}).loose(),
    every: 5,
    limits: { buckets: [], reply: { once, edits, moderated: false, maxLength: 500 } },
    async pull(_, from) {
      there.pulls++;
      fail("pull", false);
      const start = from === null ? 0 : Number(from);
      const found = there.said.slice(start, start + perPage);
      const end = start + found.length;
      const more = end < there.said.length;
      return { found, unreadable: there.unreadable.splice(0), next: String(more ? end : 0), more };
    },
    async reply(answer) {
      fail("reply", false);
      there.standing.push({ externalId: answer.mention.externalId, text: answer.text, once: answer.once });
      fail("reply", true);
      return there.receipt;
    },
    async edit({ text, standing }) {
      fail("edit", false);
      there.edited.push({ before: standing?.text, after: text });
      const ours = there.standing.find((one) => one.text === standing?.text);
      if (ours) ours.text = text;
      fail("edit", true);
      return there.receipt;
    },
    async receipt(answer) {
      fail("receipt", false);
      return standingReceipt(answer);
    },
  };
  return there;
}

export const fault = (kind: NetworkFault["kind"], retryAt?: Date): NetworkFault =>
  new NetworkFault(
    kind,
    { ru: `деревня: ${kind}`, en: `the village is ${kind}` },
    retryAt ? { retryAt } : {},
  );
