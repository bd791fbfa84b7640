// Who may call what: two headers, the key's roles, and the shop's plan. The sandbox reads them off the key's own words,
// such as "demo-noreviews": any key is good but one that begins with "expired-".
import type { Context } from "hono";
import type { GateRules } from "../kit/gate.ts";
import { failed, notInPlan, refusal } from "./answers.ts";

type Part = "review" | "question" | "chat";

/** Of a path the part of the API that a plan may hold, such as "review". */
function partOf(path: string): Part | null {
  const [, part] = /\/v\d\/(review|question|chat)\//.exec(path) ?? [];
  return (part as Part | undefined) ?? null;
}

const withoutPlan: Record<Part, string> = { review: "noreviews", question: "noquestions", chat: "nochats" };
const isWriting = (path: string): boolean => /\/(create|delete|change-status|send\/message|read)$/.test(path);

/** The plan is looked at after the request: a wrong one is refused as wrong whatever the plan. */
export function refusedByPlan(c: Context): Response | null {
  const part = partOf(c.req.path);
  const key = keyOf(c);
  if (!part || !key.includes(withoutPlan[part])) return null;
  return notInPlan(`${part[0]?.toUpperCase()}${part.slice(1)}`);
}

const keyOf = (c: Context): string => c.req.header("Api-Key") ?? "";

export const paths: readonly string[] = [
  ...["/v1/review/list", "/v2/review/list", "/v1/review/info", "/v2/review/info"],
  ...["/v1/review/count", "/v2/review/count", "/v1/review/change-status"],
  ...["/v1/review/comment/list", "/v1/review/comment/create", "/v1/review/comment/delete"],
  ...["/v1/question/list", "/v1/question/info", "/v1/question/count", "/v1/question/change-status"],
  ...["/v1/question/top-sku", "/v1/question/answer/list", "/v1/question/answer/create"],
  ...["/v1/question/answer/delete", "/v3/chat/list", "/v3/chat/history", "/v1/chat/send/message"],
  ...["/v2/chat/read", "/v1/roles"],
];

/** A role's methods do not depend on the plan. */
export const rolesOf = (c: Context) =>
  keyOf(c).includes("readonly")
    ? [{ name: "Admin read only", methods: paths.filter((path) => !isWriting(path)) }]
    : [{ name: "Admin", methods: [...paths] }];

export const gateRules: GateRules = {
  admit(c) {
    const clientId = c.req.header("Client-Id") ?? "";
    const key = keyOf(c);
    if (!clientId || !key) return { refused: refusal(401, "Client-Id and Api-Key headers are required") };
    if (!/^\d+$/.test(clientId)) return { refused: refusal(400, "Invalid Client-Id header") };
    if (key.startsWith("expired-")) return { refused: badKey() };
    if (key.includes("readonly") && isWriting(c.req.path)) {
      return { refused: refusal(403, "The key has no role for this method") };
    }
    return { who: clientId };
  },
  counts: (_, who) => [{ by: who, requests: 50, seconds: 1, burst: 50 }],
  says: {
    expired: badKey,
    throttled: () => refusal(429, "You have reached request rate limit per second"),
    failed: (_, status) => failed(status),
  },
  isWrite: (c) => isWriting(c.req.path),
  otherNames: {
    ...{ reviews: "entries", questions: "entries", chats: "entries", comments: "replies" },
    ...{ published_at: "created", rating: "score", answers: "replies", messages: "history" },
  },
};

function badKey(): Response {
  return refusal(403, "Invalid Api-Key, please contact support");
}
