// Answering in public, under the comment that began the thread: Instagram knows no deeper replies. There may be several,
// and no key against repeats, so before a further attempt the replies are read.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { tidy } from "../kit/text.ts";
import { isOwn } from "./map.ts";
import { mentionedAt } from "./names.ts";
import { type Call, changed, faultIn, get, isMissing, problemOf, send } from "./requests.ts";
import { Settings } from "./settings.ts";
import { afterIn, Comment, Created, List, replyFields } from "./wire.ts";

const unknown: Receipt = { state: "unknown" };
const threadOf = ({ mention }: Answer): string => mention.threadId ?? mention.externalId;

/** Throws a NetworkFault only where nothing can have been published. */
export async function reply(answer: Answer, tools: Tools): Promise<Receipt> {
  const response = await send(answer.account, tools, callFor(answer)).catch(lost);
  if (response === null || response.status >= 500 || response.status === 408) return unknown;
  if (!response.ok) return refusal(response, tools);
  const body: unknown = await response.json().catch(() => null);
  const problem = (body as { error?: unknown } | null)?.error;
  if (problem) return refusal(Response.json(body, { status: 400, headers: response.headers }), tools);
  const created = Created.safeParse(body);
  return created.success ? { state: "published", externalId: created.data.id } : unknown;
}

function callFor(answer: Answer): Call {
  const { text: message, mention } = answer;
  const at = mentionedAt(mention.externalId);
  if (!at) return { method: "POST", path: `/${threadOf(answer)}/replies`, form: { message } };
  const { account } = Settings.parse(answer.settings);
  const to = { media_id: at.media, ...(at.comment !== undefined && { comment_id: at.comment }) };
  return { method: "POST", path: `/${account}/mentions`, form: { ...to, message } };
}

/** No sign-in, a limit of our own, or an address that is not allowed: then nothing was sent. All else is not known. */
function lost(error: unknown): null {
  if (error instanceof Refusal && error.code !== "too-large") throw error;
  if (error instanceof NetworkFault && (error.kind === "unauthorized" || error.kind === "throttled"))
    throw error;
  return null;
}

async function refusal(response: Response, tools: Tools): Promise<Receipt> {
  const problem = await problemOf(response);
  const fault = faultIn(problem, response, tools);
  if (fault.kind === "throttled" || fault.kind === "unauthorized") throw fault;
  if (fault.kind === "unavailable") return unknown;
  if (isMissing(problem)) return { state: "rejected", why: gone };
  return { state: "rejected", why: problem?.message ? refused(problem.message) : fault.said };
}

const gone: Said = {
  ru: "Этого комментария в Instagram больше нет, или отвечать на него запрещено.",
  en: "This comment is no longer on Instagram, or it may not be answered.",
};
const refused = (said: string): Said => ({
  ru: `Instagram не принял ответ: ${said}`,
  en: `Instagram did not take the reply: ${said}`,
});

const mostPages = 20;

/**
 * Our reply among those that stand there, given after the comment it answers; null: none of ours does.
 * @throws NetworkFault when they cannot be read
 */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  // On others' media Instagram shows no replies: whether ours arrived can only be seen there.
  if (mentionedAt(answer.mention.externalId)) return unknown;
  const own = Settings.parse(answer.settings);
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const list: List = await get(answer.account, tools, {
      path: `/${threadOf(answer)}/replies`,
      query: { fields: replyFields, limit: 50, after },
      shape: List,
    });
    const replies = list.data.map((entry) => readable(entry));
    const ours = replies.find(
      (one) => isOwn(one, own) && isSameText(one.text ?? "", answer.text) && isLater(one, answer),
    );
    if (ours) return { state: "published", externalId: ours.id };
    const next = afterIn(list);
    if (next === undefined || next === after) return null;
    after = next;
  }
  return unknown;
}

/** "Certainly none of ours" needs every one of them read. */
function readable(entry: unknown): Comment {
  const read = Comment.safeParse(entry);
  if (read.success) return read.data;
  throw changed("a reply cannot be read");
}

const isLater = ({ timestamp }: Comment, { mention: { postedAt } }: Answer): boolean =>
  postedAt === undefined || timestamp >= postedAt;
const isSameText = (one: string, other: string): boolean => flat(one) === flat(other);
const flat = (text: string): string => tidy(text).replace(/\s+/g, " ");
