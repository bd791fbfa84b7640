// Answering in public. A PUT creates the reply or replaces it; moderation follows, and newer answers tell its state.
import type { Answer, Receipt, Tools } from "@otklik/core/connector";
import { googleErrorOf } from "../kit/google.ts";
import { readJson } from "../kit/json.ts";
import { type OneReply, type StandingReply, sentOrLost } from "../kit/one-reply.ts";
import { receiptOf, standingReply } from "./map.ts";
import { faultFrom, hosts, send, title } from "./requests.ts";
import { noReview, parsedReview, reviewById } from "./reviews.ts";
import { resourceOf, Settings } from "./settings.ts";
import { ReviewReply } from "./wire.ts";

export const replyTo = (answer: Answer, tools: Tools): OneReply => ({
  network: title,
  standing: () => standing(answer, tools),
  put: () => put(answer, tools),
});

async function standing({ account, settings, mention }: Answer, tools: Tools): Promise<StandingReply | null> {
  const of = { account, settings: Settings.parse(settings) };
  return standingReply(parsedReview(await reviewById(of, mention.externalId, tools)).reviewReply);
}

async function put(answer: Answer, tools: Tools): Promise<Receipt> {
  const { account, settings, mention, text } = answer;
  const review = `${resourceOf(Settings.parse(settings))}/reviews/${encodeURIComponent(mention.externalId)}`;
  const call = {
    host: hosts.reviews,
    method: "PUT",
    path: `/v4/${review}/reply`,
    body: { comment: text },
  } as const;
  const response = await sentOrLost(() => send(account, tools, call));
  if (!response) return { state: "unknown" };
  if (!response.ok) return refused(response, tools);
  const told = ReviewReply.safeParse(await readJson(response, { network: title }).catch(() => null));
  const stands = standingReply(told.data);
  if (stands?.state) return receiptOf(stands);
  // The contract's own answer tells no state: the review itself may.
  const read = await standing(answer, tools).catch(() => null);
  return receiptOf(read ?? { text });
}

/** @throws NetworkFault where the sign-in, a limit or the review itself is the reason */
async function refused(response: Response, tools: Tools): Promise<Receipt> {
  const error = await googleErrorOf(response);
  if (response.status === 404) throw noReview();
  const fault = faultFrom(response, error, tools);
  const isOfThisReply = fault.kind === "refused" || (response.status === 403 && error.reasons.length === 0);
  if (!isOfThisReply) throw fault;
  const said = error.message ?? response.status;
  return {
    state: "rejected",
    why: {
      ru: `Google не принял ответ: ${said}. Отвечать может только подтверждённая точка.`,
      en: `Google did not take the reply: ${said}. Only a verified location may reply.`,
    },
  };
}
