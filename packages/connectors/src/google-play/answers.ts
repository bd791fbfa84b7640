// Answering in public. One reply to a review, shown at once; sending again replaces it.
import type { Answer, Receipt, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { googleErrorOf, googleFault } from "../kit/google.ts";
import { type OneReply, type StandingReply, sentOrLost } from "../kit/one-reply.ts";
import { standingReply } from "./map.ts";
import { reviewById } from "./reviews.ts";
import { type Session, signIn, title } from "./session.ts";
import { packageOf, Settings } from "./settings.ts";

/** @throws NetworkFault "unauthorized" where the key is none */
export async function replyTo(answer: Answer, tools: Tools): Promise<OneReply> {
  const session = await signIn(answer.account, packageOf(Settings.parse(answer.settings)), tools);
  return {
    network: title,
    // A review that is not shown may yet be answered: it can be older than the week that Google shows.
    standing: () => standing(session, answer, tools),
    put: () => post(session, answer, tools),
  };
}

async function standing(session: Session, { mention }: Answer, tools: Tools): Promise<StandingReply | null> {
  const review = await reviewById(session, mention.externalId, tools);
  return review && standingReply(review);
}

async function post(session: Session, { mention, text }: Answer, tools: Tools): Promise<Receipt> {
  const path = `/reviews/${encodeURIComponent(mention.externalId)}:reply`;
  const response = await sentOrLost(() => session({ method: "POST", path, body: { replyText: text } }));
  if (!response) return { state: "unknown" };
  return response.ok ? { state: "published" } : refused(response, tools);
}

/** @throws NetworkFault where the sign-in, a limit or the review itself is the reason */
async function refused(response: Response, tools: Tools): Promise<Receipt> {
  const error = await googleErrorOf(response);
  if (response.status === 404) throw noReview();
  const fault = googleFault(response, error, { network: title, now: tools.now() });
  // Some reviews cannot be answered for no reason that Google tells, while all others can.
  const isOfThisReview =
    response.status === 403 && fault.kind === "unauthorized" && error.reasons.length === 0;
  if (!isOfThisReview && fault.kind !== "refused") throw fault;
  if (isOfThisReview) return { state: "rejected", why: notThisOne };
  const said = error.message ?? response.status;
  return {
    state: "rejected",
    why: { ru: `Google Play не принял ответ: ${said}`, en: `Google Play did not take the reply: ${said}` },
  };
}

const notThisOne = {
  ru: "Google Play не даёт ответить на этот отзыв (403) и не говорит почему. Так бывает с отдельными отзывами; если со всеми, дайте сервисному аккаунту право «Reply to reviews».",
  en: "Google Play does not let this review be answered (403) and does not say why. That happens with single reviews; if it does with all, grant the service account “Reply to reviews”.",
};
const noReview = (): NetworkFault =>
  new NetworkFault("gone", {
    ru: "Этого отзыва в Google Play больше нет.",
    en: "This review is no longer in Google Play.",
  });
