// From Yandex Market's shapes to ours.
import type { FoundMention, Receipt, Said } from "@otklik/core/connector";
import type { Chat, ChatMessage, Comment, Feedback, Moderation, Question, QuestionAnswer } from "./wire.ts";

/** Ids of one network share one space: a review's stands as it is, those of others tell what they are. */
export const idOf = {
  comment: (id: string) => `comment-${id}`,
  question: (id: string) => `question-${id}`,
  chat: (id: string) => `chat-${id}`,
  message: (chat: string, id: string) => `chat-${chat}-${id}`,
};

/** The network's own number at the end of one of our ids. */
export const numberOf = (id: string): string => /\d+$/.exec(id)?.[0] ?? "";

const state: Record<Exclude<Moderation, "DELETED">, Receipt["state"]> = {
  PUBLISHED: "published",
  UNMODERATED: "in-review",
  BANNED: "rejected",
};

interface StandingText {
  id: string;
  text?: string | undefined;
  status: Moderation;
  author?: { type?: string | null | undefined } | null | undefined;
}

/** The shop's own last word among comments or answers that stand. */
export const ownOf = <T extends StandingText>(texts: readonly T[]): T | undefined =>
  texts.findLast(({ author, status, text }) => author?.type === "BUSINESS" && status !== "DELETED" && text);

const ownerReply = (
  own: (StandingText & { createdAt?: Date }) | undefined,
): Pick<FoundMention, "ownerReply"> =>
  own?.text && own.status !== "DELETED"
    ? {
        ownerReply: {
          text: own.text,
          state: state[own.status],
          ...(own.createdAt && { postedAt: own.createdAt }),
        },
      }
    : {};

const inCabinet = (businessId: string, part: string): string =>
  `https://partner.market.yandex.ru/business/${businessId}/${part}`;

/** A review, and the customers' comments below it. `seenAt` stands for the time that comments do not have. */
export function feedbackMentions(
  feedback: Feedback,
  { comments, businessId, seenAt }: { comments: readonly Comment[]; businessId: string; seenAt: Date },
): FoundMention[] {
  const { feedbackId, createdAt, author, description, media, statistics, identifiers } = feedback;
  const url = inCabinet(businessId, `opinions?feedbackId=${feedbackId}`);
  const product = identifiers?.offerId
    ? { product: { id: identifiers.offerId, sku: identifiers.offerId } }
    : {};
  const top = comments.filter(({ parentId }) => parentId === undefined || parentId === null);
  const pictures = [
    ...(media?.photos ?? []).map((one) => ({ kind: "image" as const, url: one })),
    ...(media?.videos ?? []).map((one) => ({ kind: "video" as const, url: one })),
  ];
  const review: FoundMention = {
    externalId: feedbackId,
    threadId: feedbackId,
    url,
    kind: "review",
    author: author ? { name: author } : {},
    text: description?.comment ?? "",
    ...(description?.advantages && { pros: description.advantages }),
    ...(description?.disadvantages && { cons: description.disadvantages }),
    ...(pictures.length > 0 && { media: pictures }),
    ...(statistics.rating && { rating: { stars: statistics.rating, outOf: 5 } }),
    ...product,
    ...(identifiers?.orderId && { order: identifiers.orderId }),
    postedAt: createdAt,
    ...ownerReply(ownOf(top)),
    canReply: true,
  };
  const said = comments.filter(
    ({ author, status, text }) => author?.type !== "BUSINESS" && status === "PUBLISHED" && text,
  );
  const below = said.map(
    (one): FoundMention => ({
      externalId: idOf.comment(one.id),
      threadId: feedbackId,
      parentId: one.parentId ? idOf.comment(one.parentId) : feedbackId,
      url,
      kind: "comment",
      author: one.author?.name ? { name: one.author.name } : {},
      text: one.text ?? "",
      ...product,
      postedAt: seenAt,
      ...ownerReply(ownOf(comments.filter(({ parentId }) => parentId === one.id))),
      canReply: true,
    }),
  );
  return [review, ...below];
}

/** @param answers those that stand below the question; null: it was not looked, since the network says there are none of ours */
export function questionMention(
  question: Question,
  { answers, businessId }: { answers: readonly QuestionAnswer[] | null; businessId: string },
): FoundMention {
  const { questionIdentifiers: ids, text, createdAt, author } = question;
  return {
    externalId: idOf.question(ids.id),
    url: inCabinet(businessId, `questions?questionId=${ids.id}`),
    kind: "question",
    author: author?.name ? { name: author.name } : {},
    text: text ?? "",
    ...(ids.offerId && { product: { id: ids.offerId, sku: ids.offerId } }),
    postedAt: createdAt,
    ...ownerReply(ownOf(answers ?? [])),
    canReply: true,
  };
}

/** The customer's messages of a chat; what the shop wrote after one is the reply to it. */
export function chatMentions(
  chat: Chat,
  { messages, businessId }: { messages: readonly ChatMessage[]; businessId: string },
): FoundMention[] {
  const inOrder = messages.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const customer = chat.context?.customer;
  return inOrder.flatMap((one, at): FoundMention[] => {
    if (one.sender !== "CUSTOMER") return [];
    const next = inOrder.findIndex((other, place) => place > at && other.sender === "CUSTOMER");
    const reply = inOrder
      .slice(at + 1, next < 0 ? undefined : next)
      .findLast(({ sender }) => sender === "PARTNER");
    const files = (one.payload ?? []).map(({ url, name }) => ({ kind: fileKind(name ?? url), url }));
    return [
      {
        externalId: idOf.message(chat.chatId, one.messageId),
        threadId: idOf.chat(chat.chatId),
        url: inCabinet(businessId, `chats?chatId=${chat.chatId}`),
        kind: "message",
        author: {
          ...(customer?.publicId && { id: customer.publicId }),
          ...(customer?.name && { name: customer.name }),
        },
        text: one.message ?? "",
        ...(files.length > 0 && { media: files }),
        ...(chat.context?.orderId && { order: chat.context.orderId }),
        postedAt: one.createdAt,
        ...(reply?.message && {
          ownerReply: { text: reply.message, postedAt: reply.createdAt, state: "delivered" },
        }),
        canReply: chat.status !== "FINISHED",
      },
    ];
  });
}

const fileKind = (name: string): "image" | "video" | "file" => {
  if (/\.(jpe?g|png|webp|gif|heic)(\?|$)/i.test(name)) return "image";
  return /\.(mp4|mov|webm)(\?|$)/i.test(name) ? "video" : "file";
};

const bannedWhy: Said = {
  ru: "Модерация Маркета не пропустила ответ. Уберите ссылки, контакты и грубости и отправьте ещё раз.",
  en: "The Market's moderation turned the reply down. Take out links, contacts and rudeness, and send it again.",
};

/** What the network says of a text of ours. */
export function receiptOf({ id, status }: { id: string; status: Moderation }): Receipt {
  if (status === "PUBLISHED") return { state: "published", externalId: id };
  if (status === "UNMODERATED") return { state: "in-review", externalId: id };
  return { state: "rejected", why: bannedWhy };
}

/** The same words, however the network breaks its lines. */
export const isSameText = (a: string, b: string | undefined): boolean =>
  a.replace(/\s+/g, " ").trim() === (b ?? "").replace(/\s+/g, " ").trim();
