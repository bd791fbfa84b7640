// Our answer among what stands there, found again by its text or by the key that it was sent with.
import type { Answer } from "@otklik/core/connector";
import { tidy } from "../kit/text.ts";
import { listComments, listMessages } from "./entries.ts";
import { isOwn, parentOf, prose } from "./map.ts";
import { type Spot, spotOf } from "./parts.ts";
import type { Caller } from "./requests.ts";
import { answerText } from "./threads.ts";
import { isAfter } from "./walk.ts";
import { Comment, Message } from "./wire.ts";
import { randomId } from "./writes.ts";

/** Pages of answers that are looked through for ours. */
const mostPages = 5;

/** Our answer among those of the community, the same in text and below the same comment. */
export async function ownComment(
  caller: Caller,
  spot: Spot,
  { text, mention, standing }: Answer,
): Promise<string | null> {
  const root = spotOf(mention.threadId ?? "")?.id ?? spot.id;
  const wanted = spotOf(standing?.externalId ?? "")?.id;
  for (let page = 0; page < mostPages; page++) {
    const query = { count: 100, offset: page * 100, ...(spot.part === "wall" && { root }) };
    const { items } = await listComments(caller, spot, query);
    const comments = items.flatMap((entry) => Comment.safeParse(entry).data ?? []);
    const ours = comments.find(
      (one) =>
        isOwn(one, spot) &&
        !one.deleted &&
        (one.id === wanted ||
          ((parentOf(one, spot) ?? spot.id) === spot.id &&
            isAfter(one.id, spot.id) &&
            isSameText(answerText(one.text), text))),
    );
    if (ours) return ours.id;
    if (items.length < 100 || comments.some(({ id }) => !isAfter(id, spot.id))) return null;
  }
  return null;
}

export async function ownMessage(
  caller: Caller,
  spot: Spot,
  { text, once, standing }: Answer,
): Promise<string | null> {
  const wanted = spotOf(standing?.externalId ?? "")?.id;
  for (let page = 0; page < mostPages; page++) {
    const { items } = await listMessages(caller, spot, { count: 200, offset: page * 200 });
    const messages = items.flatMap((entry) => Message.safeParse(entry).data ?? []);
    const ours = messages.find((one) => {
      const id = String(one.conversation_message_id);
      if (!isOwn(one, spot) || one.deleted) return false;
      if (id === wanted || one.random_id === String(randomId(once))) return true;
      return isAfter(id, spot.id) && isSameText(prose(one.text), text);
    });
    if (ours) return String(ours.conversation_message_id);
    if (items.length < 200 || messages.some((one) => !isAfter(String(one.conversation_message_id), spot.id)))
      return null;
  }
  return null;
}

const isSameText = (one: string, other: string): boolean => flat(one) === flat(prose(other));
const flat = (text: string): string => tidy(text).replace(/\s+/g, " ");
