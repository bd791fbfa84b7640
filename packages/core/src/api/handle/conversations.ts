import { getBrand } from "../../brand/brand-store.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import {
  changeConversation,
  getConversation,
  getThread,
  type Thread,
} from "../../conversation/conversation-store.ts";
import { putDraft } from "../../conversation/draft-store.ts";
import { Refusal } from "../../errors.ts";
import { defaultRegulation } from "../../regulation/regulation.ts";
import { getSource } from "../../source/source-store.ts";
import { getVocabulary } from "../../vocabulary/vocabulary-store.ts";
import type { Context, Handlers } from "../context.ts";
import { showThread } from "../show.ts";

/** Refused where a conversation holds no such mention. */
export const noSuchMention = (): Refusal =>
  new Refusal("not-found", {
    ru: "Такого сообщения в этом обращении нет.",
    en: "There is no such mention in this conversation.",
  });

const noSuchConversation = (): Refusal =>
  new Refusal("not-found", {
    ru: "Такого обращения на этом рабочем месте нет.",
    en: "There is no such conversation in this workspace.",
  });

/** @throws Refusal not-found */
export async function threadOr404({ table }: Pick<Context, "table">, id: string): Promise<Thread> {
  const thread = await getThread(table, id);
  if (!thread) throw noSuchConversation();
  return thread;
}

async function change(
  { table }: Context,
  id: string,
  next: (conversation: Conversation) => Conversation | null,
): Promise<{ done: true }> {
  if (!(await changeConversation(table, id, next))) throw noSuchConversation();
  return { done: true };
}

/** A conversation without the reason for which a reply once came back. */
const settled = ({ returned: _, ...conversation }: Conversation): Conversation => conversation;

export const conversations: Handlers<
  | "GET /api/conversations/:id"
  | "GET /api/mentions/:id/text"
  | "PUT /api/conversations/:id/draft"
  | "POST /api/conversations/:id/close"
  | "POST /api/conversations/:id/reopen"
  | "POST /api/conversations/:id/snooze"
> = {
  async "GET /api/conversations/:id"({ id }, context) {
    const { table, ports } = context;
    const thread = await threadOr404(context, id);
    const { conversation } = thread;
    const brand = await getBrand(table, conversation.brandId);
    const { vocabulary } = await getVocabulary(table, conversation.brandId);
    return showThread(thread, {
      source: await getSource(table, conversation.sourceId),
      connector: ports.connectors.find(({ network }) => network === conversation.network),
      regulation: brand?.regulation ?? defaultRegulation,
      vocabulary,
      brandName: brand?.name ?? "",
    });
  },

  async "GET /api/mentions/:id/text"({ id, conversation }, context) {
    const { mentions } = await threadOr404(context, conversation);
    const mention = mentions.find((one) => one.mention.id === id)?.mention;
    if (!mention) throw noSuchMention();
    const whole = mention.wholeText ? await context.ports.blob.get(mention.wholeText) : null;
    return { text: whole ? await new Response(whole).text() : mention.text };
  },

  async "PUT /api/conversations/:id/draft"({ id, text, version }, { table, ports, session }) {
    if (!(await getConversation(table, id))) throw noSuchConversation();
    const draft = { text, by: session.email, at: ports.now() };
    const [outcome] = await table.commit([putDraft(id, draft, version === 0 ? null : { version })]);
    if (outcome?.done) return { ...draft, at: draft.at.toISOString(), version: outcome.version };
    const theirs = outcome?.current;
    throw new Refusal(
      "conflict",
      { ru: "Этот черновик уже изменил кто-то другой.", en: "Someone else has changed this draft." },
      {
        text: theirs?.body.text ?? "",
        by: theirs?.body.by ?? "",
        version: theirs?.version ?? 0,
      },
    );
  },

  "POST /api/conversations/:id/close": ({ id, reason }, context) =>
    change(context, id, (conversation) => ({ ...settled(conversation), status: { is: "closed", reason } })),

  "POST /api/conversations/:id/reopen": ({ id }, context) =>
    change(context, id, (conversation) => ({ ...conversation, status: { is: "open" } })),

  async "POST /api/conversations/:id/snooze"({ id, until }, context) {
    const at = new Date(until);
    if (at <= context.ports.now())
      throw new Refusal("bad-input", {
        ru: "Время, до которого отложить, уже прошло.",
        en: "The time to snooze until has already passed.",
      });
    return change(context, id, (conversation) => ({ ...conversation, status: { is: "snoozed", until: at } }));
  },
};
