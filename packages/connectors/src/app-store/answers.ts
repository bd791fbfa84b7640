// Answering in public. One response to a review; posting again replaces it, since the API has no PATCH.
import type { Answer, Receipt, Tools } from "@otklik/core/connector";
import { type OneReply, type StandingReply, sentOrLost } from "../kit/one-reply.ts";
import { replyOf, standingReply } from "./map.ts";
import { errorOf, faultFrom, read, send, title } from "./requests.ts";
import { noReview, reviewById } from "./reviews.ts";
import { PostedResponse } from "./wire.ts";

export const replyTo = (answer: Answer, tools: Tools): OneReply => ({
  network: title,
  standing: () => standing(answer, tools),
  put: () => post(answer, tools),
});

const standing = async ({ account, mention }: Answer, tools: Tools): Promise<StandingReply | null> =>
  standingReply((await reviewById(account, mention.externalId, tools)).response);

async function post({ account, mention, text }: Answer, tools: Tools): Promise<Receipt> {
  const body = {
    data: {
      type: "customerReviewResponses",
      attributes: { responseBody: text },
      relationships: { review: { data: { type: "customerReviews", id: mention.externalId } } },
    },
  };
  const call = { method: "POST", path: "/v1/customerReviewResponses", body } as const;
  const response = await sentOrLost(() => send(account, tools, call));
  if (!response) return { state: "unknown" };
  if (!response.ok) return refused(response, tools);
  const posted = await read(PostedResponse, response).catch(() => null);
  const stands = posted && replyOf(posted.data);
  // Accepted: what stands there is told by the answer, and where that cannot be read, by the review itself.
  return stands ? receiptOf(stands) : { state: "unknown" };
}

/** What became of a response that Apple has just taken; it names no other state than these two. */
const receiptOf = ({ state, externalId }: StandingReply): Receipt => ({
  state: state === "published" ? "published" : "in-review",
  ...(externalId !== undefined && { externalId }),
});

/** @throws NetworkFault where the key, a limit or the review itself is the reason */
async function refused(response: Response, tools: Tools): Promise<Receipt> {
  if (response.status === 404) throw noReview();
  const error = await errorOf(response);
  if ([401, 403, 429].includes(response.status)) throw faultFrom(response, error, tools);
  const said = error.said ?? response.status;
  return {
    state: "rejected",
    why: { ru: `App Store не принял ответ: ${said}`, en: `The App Store did not take the reply: ${said}` },
  };
}
