import type { Wish } from "@otklik/core/label/label";
import type { Part } from "./cues/rules.ts";
import { evidenceOf, type Found, firstOf, type Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { firstOrder } from "./orders.ts";
import { firstQuestion, unmarkedQuestion } from "./questions.ts";

/** What the customer wants of us: something done goes before an answer. */
export const wishOf = (fields: readonly Field[], cues: readonly Hit<Part>[]): Found<Wish> | undefined => {
  const request = firstOf(cues, "wish.request") ?? firstOrder(fields);
  if (request) return { is: "request", evidence: evidenceOf("wish.request", [request]) };
  const asked = firstOf(cues, "wish.question") ?? firstQuestion(fields) ?? unmarkedQuestion(fields);
  return asked && { is: "question", evidence: evidenceOf("wish.question", [asked]) };
};
