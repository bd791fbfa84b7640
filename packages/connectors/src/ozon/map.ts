// Theirs to ours: pure.
import type { FoundMention, Media } from "@otklik/core/connector";
import { tidy } from "../kit/text.ts";
import { Comment, type Gallery, type Known, Message, Question, QuestionAnswer, Review } from "./wire.ts";

const site = "https://www.ozon.ru/product";
const cabinet = "https://seller.ozon.ru/app";
const hour = 3_600_000;
/** After a buyer's message the shop may write for so long. */
const chatOpenFor = 48 * hour;

/** @throws ZodError when the entry is no review */
export function reviewMention(
  entry: unknown,
  { comments, gallery }: { comments: readonly Comment[]; gallery?: Gallery | undefined },
): FoundMention {
  const review = Review.parse(entry);
  const asked = new Set(comments.filter(isOfBuyer).map(({ id }) => id));
  const replies = comments.filter((one) => !isOfBuyer(one) && !asked.has(one.parent_comment_id ?? ""));
  const ownerReply = replyIn(replies);
  return {
    kind: "review",
    externalId: review.id,
    url: pageOf(review),
    author: {},
    text: review.text,
    rating: review.rating ? { stars: review.rating, outOf: 5 } : undefined,
    media: gallery && mediaOf(gallery),
    product: productOf(review.sku),
    postedAt: review.published_at,
    ownerReply,
    canReply: ownerReply === undefined,
  };
}

/** What buyers wrote below a review, each in its thread; the shop's own comments are their replies. */
export function commentMention(
  entry: unknown,
  { review, comments }: { review: Known; comments: readonly Comment[] },
): FoundMention | [] {
  const comment = Comment.parse(entry);
  if (!isOfBuyer(comment)) return [];
  const ownerReply = replyIn(
    comments.filter((one) => !isOfBuyer(one) && one.parent_comment_id === comment.id),
  );
  return {
    kind: "comment",
    externalId: comment.id,
    threadId: review.id,
    parentId: comment.parent_comment_id || review.id,
    url: pageOf(review),
    author: {},
    text: comment.text,
    product: productOf(review.sku),
    postedAt: comment.published_at,
    ownerReply,
    canReply: ownerReply === undefined,
  };
}

const pageOf = ({ sku }: Known): string =>
  sku ? `${site}/${encodeURIComponent(sku)}/reviews/` : `${cabinet}/reviews`;

export const isOfBuyer = ({ is_owner }: Comment): boolean => is_owner !== true;

/** Comments that can be read. */
export const commentsIn = (entries: readonly unknown[]): Comment[] =>
  entries.flatMap((entry) => Comment.safeParse(entry).data ?? []);

/** The newest of the shop's comments: Ozon lists those only that have passed its moderation. */
function replyIn(replies: readonly { text: string; published_at: Date }[]): FoundMention["ownerReply"] {
  const [newest] = replies.toSorted(
    (one, other) => other.published_at.getTime() - one.published_at.getTime(),
  );
  return newest && { text: newest.text, postedAt: newest.published_at, state: "published" };
}

/**
 * Who answered a question Ozon tells by name only, and buyers answer too: the shop's answers are those under `shopName`;
 * without it the newest one, where the shop has marked the question as processed.
 * @throws ZodError when the entry is no question
 */
export function questionMention(
  entry: unknown,
  { answers, shopName }: { answers: readonly unknown[]; shopName?: string | undefined },
): FoundMention {
  const question = Question.parse(entry);
  const read = answers.flatMap((answer) => QuestionAnswer.safeParse(answer).data ?? []);
  const isOurs = ({ author_name }: QuestionAnswer): boolean =>
    shopName ? isSameText(author_name ?? "", shopName) : question.status === "PROCESSED";
  const ownerReply = replyIn(read.filter(isOurs));
  return {
    kind: "question",
    externalId: question.id,
    url: question.question_link ?? question.product_url ?? `${cabinet}/reviews/questions`,
    author: { name: question.author_name || undefined },
    text: question.text,
    product: productOf(question.sku, question.product_url),
    postedAt: question.published_at,
    ownerReply,
    canReply: ownerReply === undefined && Boolean(question.sku),
  };
}

/** A buyer's message in a chat; what others wrote there is no mention. `messages` are those of the chat, as they came. */
export function messageMention(
  entry: unknown,
  { chatId, isClosed, messages }: { chatId: string; isClosed: boolean; messages: readonly Message[] },
): FoundMention | [] {
  const message = Message.parse(entry);
  if (!isFromBuyer(message)) return [];
  const after = messages.filter((one) => isFromShop(one) && one.created_at > message.created_at);
  const [reply] = after.toSorted((one, other) => one.created_at.getTime() - other.created_at.getTime());
  const { text, media } = contentOf(message);
  return {
    kind: "message",
    externalId: message.message_id,
    threadId: chatId,
    url: `${cabinet}/messenger`,
    author: { id: message.user.id ?? undefined },
    text,
    media,
    product: productOf(message.context?.sku),
    order: message.context?.order_number ?? undefined,
    postedAt: message.created_at,
    ownerReply: reply && {
      text: contentOf(reply).text,
      postedAt: reply.created_at,
      state: "published",
    },
    canReply: !isClosed,
    replyUntil: new Date(message.created_at.getTime() + chatOpenFor),
  };
}

export const messagesIn = (entries: readonly unknown[]): Message[] =>
  entries.flatMap((entry) => Message.safeParse(entry).data ?? []);

// One published example writes the buyer's "Customer" with a Cyrillic first letter.
const typeOf = ({ user: { type } }: Message): string => type.toLowerCase().replaceAll("с", "c");
export const isFromShop = (message: Message): boolean => typeOf(message) === "seller";

/** @throws Error for one who is neither a buyer nor any of those whom Ozon names besides */
function isFromBuyer(message: Message): boolean {
  const type = typeOf(message);
  if (["seller", "crm", "courier", "support"].includes(type)) return false;
  if (type === "customer") return true;
  throw new Error(`a message of an unknown kind of user: ${type.slice(0, 50)}`);
}

const picture = /!\[[^\]]*\]\(\s*(\S+?)\s*\)/g;
const link = /\[([^\]]*)\]\(\s*(\S+?)\s*\)/g;

/** A message's parts are Markdown: pictures become media, and of links the words stay. */
export function contentOf({ data, is_image }: Message): { text: string; media?: Media[] | undefined } {
  const parts = data ?? [];
  const pictures = parts.flatMap((part) => [...part.matchAll(picture)].map(([, url = ""]) => url));
  const files = is_image
    ? parts.flatMap((part) => [...withoutPictures(part).matchAll(link)].map(([, , url = ""]) => url))
    : [];
  const media = [...pictures, ...files]
    .filter((url) => URL.canParse(url))
    .map((url): Media => ({ kind: "image", url }));
  const text = tidy(parts.map((part) => withoutPictures(part).replace(link, "$1")).join("\n"));
  return { text, media: media.length > 0 ? media : undefined };
}
const withoutPictures = (part: string): string => part.replace(picture, "");

/** Ozon may set white space its own way. */
export const isSameText = (one: string, other: string): boolean => flat(one) === flat(other);
const flat = (text: string): string => tidy(text).replace(/\s+/g, " ").toLowerCase();

/** A card shows the reviews of its whole family, so the product is the one that the entry itself names. */
function productOf(sku: string | null | undefined, url?: string | null): FoundMention["product"] {
  return sku ? { id: sku, url: url ?? `${site}/${encodeURIComponent(sku)}/` } : undefined;
}

function mediaOf({ photos, videos }: Gallery): Media[] | undefined {
  const media: Media[] = [
    ...(photos ?? []).map(({ url }): Media => ({ kind: "image", url })),
    ...(videos ?? []).map(
      ({ url, preview_url }): Media => ({ kind: "video", url, previewUrl: preview_url ?? undefined }),
    ),
  ];
  return media.length > 0 ? media : undefined;
}
