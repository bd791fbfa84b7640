// Which token may call which method: the schema's `access_token_type`, one line for each method that is used.
import type { Account, Said } from "@otklik/core/connector";

export type TokenKind = "community" | "service" | "user";

/** In the order in which they are tried: the community's own token first, since its limit is the widest. */
const callers = {
  "wall.get": ["service", "user"],
  "wall.getComments": ["service", "user"],
  "wall.createComment": ["community", "user"],
  "wall.editComment": ["user"],
  "board.getTopics": ["service", "user"],
  "board.getComments": ["service", "user"],
  "board.createComment": ["user"],
  "board.editComment": ["user"],
  "market.get": ["user"],
  "market.getById": ["user"],
  "market.getComments": ["user"],
  "market.createComment": ["user"],
  "market.editComment": ["user"],
  "messages.getConversations": ["community", "user"],
  "messages.getHistory": ["community", "user"],
  "messages.send": ["community", "user"],
  "messages.edit": ["community", "user"],
  "users.get": ["community", "service", "user"],
  "groups.get": ["user"],
  "groups.getById": ["community", "service", "user"],
  "groups.getTokenPermissions": ["community"],
  "groups.getLongPollServer": ["community", "user"],
  "groups.setLongPollSettings": ["community", "user"],
  "groups.getCallbackServers": ["community", "user"],
  "groups.addCallbackServer": ["community", "user"],
  "groups.editCallbackServer": ["community", "user"],
  "groups.setCallbackSettings": ["community", "user"],
  "groups.getCallbackConfirmationCode": ["community", "user"],
} as const satisfies Record<string, readonly TokenKind[]>;
export type Method = keyof typeof callers;

/** The account's field for each kind of token. */
export const fields: Record<TokenKind, string> = {
  community: "token",
  service: "serviceKey",
  user: "userToken",
};

export const kindNames: Record<TokenKind, Said> = {
  community: { ru: "ключ сообщества", en: "community token" },
  service: { ru: "сервисный ключ приложения", en: "service key of an application" },
  user: { ru: "токен руководителя", en: "a manager's user token" },
};

export const tokenOf = (account: Account | null, kind: TokenKind): string | undefined =>
  account?.credentials[fields[kind]]?.trim().replace(/^Bearer\s+/i, "") || undefined;

export const kindsFor = (method: Method): readonly TokenKind[] => callers[method];

export const canCall = (account: Account | null, method: Method): boolean =>
  kindsFor(method).some((kind) => tokenOf(account, kind) !== undefined);
