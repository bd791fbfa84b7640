// Theirs to ours: pure.
import type { FoundMention, Media, Receipt, Said } from "@otklik/core/connector";
import type { ReceiptState } from "@otklik/core/reply/receipt";
import type { z } from "zod";
import { tidy } from "../kit/text.ts";
import { hosts } from "./requests.ts";
import { ChatEvent, Question, Review } from "./wire.ts";

const site = "https://www.wildberries.ru/catalog";
const cabinet = "https://seller.wildberries.ru/feedbacks"; // where a seller sees all of them
const chatCabinet = "https://seller.wildberries.ru/chat-with-clients";

/** @throws ZodError when the entry is no review */
export function reviewMention(entry: unknown): FoundMention {
  const review = Review.parse(entry);
  const answer = reviewAnswer(review);
  return {
    kind: "review",
    externalId: review.id,
    threadId: review.parentFeedbackId ?? undefined,
    parentId: review.parentFeedbackId ?? undefined,
    url: pageOf(review, "feedbacks"),
    author: { name: review.userName ?? undefined },
    text: review.text ?? "",
    pros: review.pros,
    cons: review.cons,
    media: mediaOf(review),
    rating: review.productValuation ? { stars: review.productValuation, outOf: 5 } : undefined,
    product: productOf(review, review.color ?? undefined),
    order: review.lastOrderShkId && review.lastOrderShkId !== "0" ? review.lastOrderShkId : undefined,
    tags: review.bables && review.bables.length > 0 ? review.bables : undefined,
    postedAt: review.createdDate,
    ownerReply: answer ? { text: answer.text, state: answer.state } : undefined,
    canReply: isFree(answer),
  };
}

/** @throws ZodError when the entry is no question */
export function questionMention(entry: unknown): FoundMention {
  const question = Question.parse(entry);
  const answer = questionAnswer(question);
  return {
    kind: "question",
    externalId: question.id,
    url: pageOf(question, "questions"),
    author: {},
    text: question.text ?? "",
    product: productOf(question),
    postedAt: question.createdDate,
    // Declined by the seller: hidden from buyers, and nobody waits for an answer.
    removed: question.state === "none" ? true : undefined,
    ownerReply: answer ? { text: answer.text, postedAt: answer.postedAt, state: answer.state } : undefined,
    canReply: isFree(answer) && question.state !== "none",
  };
}

/**
 * A buyer's message; what others wrote into the chat is no mention. `events` are what is known of the chats around it.
 * @throws ZodError when the entry is no event
 */
export function messageMention(entry: unknown, events: readonly ChatEvent[]): FoundMention | [] {
  const event = ChatEvent.parse(entry);
  if (event.sender !== "client" || (event.eventType ?? "message") !== "message") return [];
  const { text, attachments } = event.message ?? {};
  const card = attachments?.goodCard;
  const reply = events
    .filter(
      (one) => isShopsMessage(one) && one.chatID === event.chatID && one.addTimestamp > event.addTimestamp,
    )
    .toSorted((one, other) => one.addTimestamp.getTime() - other.addTimestamp.getTime())[0];
  const media = [
    ...(attachments?.images ?? []).flatMap((one) => fileOf(one, "image")),
    ...(attachments?.files ?? []).flatMap((one) => fileOf(one, "file")),
  ];
  return {
    kind: "message",
    externalId: event.eventID,
    threadId: event.chatID,
    url: chatCabinet,
    author: { name: event.clientName ?? undefined },
    text: text ?? "",
    media: media.length > 0 ? media : undefined,
    product: card?.nmID ? productOf({ productDetails: { nmId: card.nmID, size: card.size } }) : undefined,
    order: card?.rid ?? undefined,
    postedAt: event.addTimestamp,
    ownerReply: reply && {
      text: reply.message?.text ?? "",
      postedAt: reply.addTimestamp,
      state: "published",
    },
    canReply: true,
  };
}

export const isShopsMessage = ({ sender, message }: ChatEvent): boolean =>
  sender === "seller" && Boolean(message?.text);

/** By its id it takes a sign-in, and is given once it has passed moderation. */
const fileOf = (
  { downloadID, url }: { downloadID?: string | null | undefined; url?: string | null | undefined },
  kind: Media["kind"],
): Media[] => {
  const address = downloadID
    ? `https://${hosts.chats}/api/v1/seller/download/${encodeURIComponent(downloadID)}`
    : url;
  return address ? [{ kind, url: address }] : [];
};

/** The seller's answer as it stands at Wildberries. */
export interface StandingAnswer {
  text: string;
  state: z.infer<typeof ReceiptState> | undefined;
  postedAt?: Date | undefined;
  /** false: its one change has been used up, or the 60 days for it are over. */
  editable?: boolean | undefined;
  /** The seller has turned the question down, and our text with it. */
  declined?: boolean;
}

// A state that we do not know is not yet an answer in public: it is asked about again.
const reviewStates: Record<string, StandingAnswer["state"]> = { wbRu: "published", rejected: "rejected" };
const questionStates: Record<string, StandingAnswer["state"]> = { wbRu: "published", none: "rejected" };

export function reviewAnswer({ answer }: Review): StandingAnswer | null {
  if (!answer?.text) return null;
  const state = answer.state ? (reviewStates[answer.state] ?? "in-review") : undefined;
  return { text: answer.text, state, editable: answer.editable ?? undefined };
}

/** A question's answer has no state of its own; that of the question tells. */
export function questionAnswer({ answer, state }: Question): StandingAnswer | null {
  if (!answer?.text) return null;
  return {
    text: answer.text,
    state: state ? (questionStates[state] ?? "in-review") : undefined,
    postedAt: answer.createDate ?? undefined,
    editable: answer.editable ?? undefined,
    declined: state === "none",
  };
}

/** What became of our text, given what stands there; null: nothing does, or what was turned down and is not ours. */
export function receiptOf(text: string, answer: StandingAnswer | null): Receipt | null {
  if (!answer) return null;
  if (isSameText(text, answer.text)) {
    if (answer.declined) return { state: "rejected", why: declinedThere };
    if (answer.state === "rejected") return { state: "rejected", why: byModerators };
    return { state: answer.state === "in-review" ? "in-review" : "published" };
  }
  if (isFree(answer)) return null;
  return { state: "rejected", why: elsewhere };
}

const declinedThere: Said = {
  ru: "Вопрос отклонён в кабинете продавца.",
  en: "The question was declined in the seller's cabinet.",
};
const byModerators: Said = {
  ru: "Ответ отклонили модераторы Wildberries.",
  en: "Wildberries' moderators rejected it.",
};
const elsewhere: Said = {
  ru: "На это ответили не отсюда: там стоит другой ответ продавца.",
  en: "It has been answered elsewhere: another answer of the seller stands there.",
};

/** Wildberries may set white space its own way. */
export const isSameText = (one: string, other: string): boolean => flat(one) === flat(other);
const flat = (text: string): string => tidy(text).replace(/\s+/g, " ");

const isFree = (answer: StandingAnswer | null): boolean =>
  answer === null || (answer.state === "rejected" && !answer.declined);

function pageOf({ productDetails }: Review | Question, page: "feedbacks" | "questions"): string {
  return productDetails?.nmId ? `${site}/${encodeURIComponent(productDetails.nmId)}/${page}` : cabinet;
}

function productOf(
  { productDetails }: Pick<Question, "productDetails">,
  color?: string,
): FoundMention["product"] {
  if (!productDetails?.nmId) return undefined;
  const { nmId, supplierArticle, productName, size } = productDetails;
  const variant = [size === "0" ? undefined : size, color].filter(Boolean).join(", "); // "0": of one size
  return {
    id: nmId,
    sku: supplierArticle ?? undefined,
    variant: variant || undefined,
    name: productName ?? undefined,
    url: `${site}/${encodeURIComponent(nmId)}/detail.aspx`,
  };
}

function mediaOf({ photoLinks, video }: Review): Media[] | undefined {
  const media: Media[] = (photoLinks ?? []).map(({ fullSize, miniSize }) => ({
    kind: "image",
    url: fullSize,
    previewUrl: miniSize ?? undefined,
  }));
  if (video) media.push({ kind: "video", url: video.link, previewUrl: video.previewImage ?? undefined });
  return media.length > 0 ? media : undefined;
}
