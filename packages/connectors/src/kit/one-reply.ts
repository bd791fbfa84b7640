// Networks that keep one reply of the owner to a review, which a further one replaces. Before we write, what stands there
// is read: ours from an attempt whose answer was lost needs no repeat, and a colleague's is not to be overwritten.
import type { Answer, Receipt, Said, Told } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { tidy } from "./text.ts";

/** The owner's reply as it stands at the network. */
export interface StandingReply {
  text: string;
  /** Absent: the network does not say. */
  state?: "published" | "in-review" | "rejected" | undefined;
  /** Why it was turned down. */
  why?: Told | undefined;
  externalId?: string | undefined;
  postedAt?: Date | undefined;
}

export interface OneReply {
  /** As people write it. */
  network: string;
  /** Throws a NetworkFault; "gone" where there is no such review. */
  standing(): Promise<StandingReply | null>;
  /** Puts the text there; throws a NetworkFault only where certainly nothing was published. */
  put(): Promise<Receipt>;
}

/** Publishes our reply where none stands, or tells what does. Throws only where nothing can have been published. */
export async function publishOnce(answer: Answer, reply: OneReply): Promise<Receipt> {
  return receiptFor(answer.text, await reply.standing(), reply.network) ?? reply.put();
}

/** Puts the text in the place of our reply, unless somebody has changed that meanwhile. Throws as `publishOnce` does. */
export async function changeOnce(answer: Answer, reply: OneReply): Promise<Receipt> {
  const stands = await reply.standing();
  const isOurs = stands && answer.standing && isSameText(stands.text, answer.standing.text);
  const settled = isOurs && !isSameText(stands.text, answer.text) ? null : stands;
  return receiptFor(answer.text, settled, reply.network) ?? reply.put();
}

/** What stands there now; null: nothing does, or what was turned down and is not ours. Throws as `standing` does. */
export async function readReceipt(
  answer: Answer,
  { network, standing }: Pick<OneReply, "network" | "standing">,
): Promise<Receipt | null> {
  try {
    return receiptFor(answer.text, await standing(), network);
  } catch (error) {
    if (error instanceof NetworkFault && error.kind === "gone") return { state: "rejected", why: error.said };
    throw error;
  }
}

/** The review may be answered as far as the owner's reply goes: there is none, or it was turned down. */
export const isFree = (stands: StandingReply | null): boolean => !stands || stands.state === "rejected";

function receiptFor(text: string, stands: StandingReply | null, network: string): Receipt | null {
  if (!stands) return null;
  const { state, why, externalId } = stands;
  if (!isSameText(text, stands.text))
    return state === "rejected" ? null : { state: "rejected", why: elsewhere };
  if (state === "rejected") return { state, why: why ?? byModerators(network) };
  return { state: state ?? "published", ...(externalId !== undefined && { externalId }) };
}

/** Networks may set white space their own way. */
const isSameText = (one: string, other: string): boolean => flat(one) === flat(other);
const flat = (text: string): string => tidy(text).replace(/\s+/g, " ");

const elsewhere: Said = {
  ru: "На это ответили не отсюда: там стоит другой ответ владельца.",
  en: "It has been answered elsewhere: another answer of the owner stands there.",
};
const byModerators = (network: string): Said => ({
  ru: `Ответ отклонила модерация: ${network}.`,
  en: `The moderation of ${network} rejected it.`,
});

/**
 * Sends what changes something; null: nobody knows whether it took effect, since the answer was lost or is a server error.
 * @throws NetworkFault or Refusal where it certainly never left: no sign-in, a limit of ours, a forbidden address
 */
export async function sentOrLost(send: () => Promise<Response>): Promise<Response | null> {
  try {
    const response = await send();
    return response.status >= 500 || response.status === 408 ? null : response;
  } catch (error) {
    if (neverLeft(error)) throw error;
    return null;
  }
}

const neverLeft = (error: unknown): boolean =>
  error instanceof NetworkFault
    ? error.kind === "unauthorized" || error.kind === "throttled"
    : error instanceof Refusal && (error.code === "bad-input" || error.code === "forbidden");
