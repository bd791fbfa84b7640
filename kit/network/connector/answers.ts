// Answering in public. The network keeps one reply to a review, so a repeat takes the place of the first.
import type { Answer, Receipt, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { receiptOf } from "./map.ts";
import { ask, changed, faultFrom, send, title, wordsOf } from "./requests.ts";
import { Review } from "./wire.ts";

const pathOf = ({ mention }: Answer): string => `/v1/reviews/${encodeURIComponent(mention.externalId)}`;

/** Throws a NetworkFault only where nothing can have been published. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  const response = await send(answer.account, tools, {
    method: "PUT",
    path: `${pathOf(answer)}/reply`,
    body: { text: answer.text },
  }).catch(lost);
  if (!response || response.status >= 500 || response.status === 408) return { state: "unknown" };
  if ([401, 403, 429].includes(response.status)) throw await faultFrom(response, tools);
  if (response.status >= 400) {
    const why = await wordsOf(response);
    return {
      state: "rejected",
      why: why ?? {
        ru: `${title}: отказ, ошибка ${response.status}.`,
        en: `${title} refused it with status ${response.status}.`,
      },
    };
  }
  const review = Review.safeParse(await response.json().catch(() => null));
  return (review.success && receiptOf(answer.text, review.data)) || { state: "unknown" };
}

/** What stands there now; null: certainly nothing of ours. Throws a NetworkFault when it cannot be read. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const review = Review.safeParse(await ask(answer.account, tools, { path: pathOf(answer) }));
  if (!review.success) throw changed();
  return receiptOf(answer.text, review.data);
}

/** The request may have arrived although its answer did not: null. What certainly never left is thrown. */
function lost(error: unknown): null {
  if (error instanceof Refusal) throw error;
  if (error instanceof NetworkFault && error.kind !== "unavailable") throw error;
  return null;
}
