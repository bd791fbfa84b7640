// Questions about products, and the answers to them.
import type { Account, Tools } from "@otklik/core/connector";
import { readEach } from "../kit/lists.ts";
import { questionMention } from "./map.ts";
import {
  type Asking,
  cameOf,
  isWanted,
  noSuchList,
  type Read,
  refuseUnreadable,
  since,
  until,
  whereIn,
} from "./page.ts";
import { digits, fewAtATime, listPage, nextOf } from "./requests.ts";
import type { Ask } from "./walk.ts";
import { Question } from "./wire.ts";

/** A page of questions with the answers to each. */
export async function readQuestions(asking: Asking, { after, from, to, page }: Ask): Promise<Read> {
  const { account, tools, settings } = asking;
  const filter = {
    status: "ALL",
    ...(from !== undefined && { date_from: since(from) }),
    ...(to !== undefined && { date_to: until(to) }),
  };
  const path = "/v1/question/list";
  const list = await listPage(account, tools, {
    path,
    body: { filter, last_id: after ?? "" },
    name: "questions",
  });
  if (!list) throw noSuchList(path);
  const entries = list.entries.filter(isWanted(settings));
  const answers = new Map(
    await fewAtATime(entries, async (entry) => [entry, await answersOn(asking, entry)] as const),
  );
  const read = readEach(
    entries,
    (entry) => questionMention(entry, { answers: answers.get(entry) ?? [], shopName: settings.shopName }),
    whereIn("questions", page),
  );
  refuseUnreadable(entries, read.unreadable);
  return { ...read, came: cameOf(list, Question) };
}

async function answersOn({ account, tools }: Asking, entry: unknown): Promise<unknown[]> {
  const question = Question.safeParse(entry).data;
  if (!question?.sku || question.answers_count === 0) return [];
  return answersUnder(account, tools, { id: question.id, sku: question.sku });
}

/** All answers to a question, unread. Throws a NetworkFault. */
export async function answersUnder(
  account: Account | null,
  tools: Tools,
  { id, sku }: { id: string; sku: string },
): Promise<unknown[]> {
  const answers: unknown[] = [];
  let after: string | null = "";
  while (after !== null) {
    const body = { question_id: id, sku: digits(sku), last_id: after };
    const page = await listPage(account, tools, { path: "/v1/question/answer/list", body, name: "answers" });
    answers.push(...(page?.entries ?? []));
    const next: string | null = page && nextOf(page, "last_id");
    after = next === after ? null : next;
  }
  return answers;
}
