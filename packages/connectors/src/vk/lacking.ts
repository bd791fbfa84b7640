// What these tokens are not good for, said to the person who connects them: pure.
import type { Account, Said } from "@otklik/core/connector";
import { type Part, partNames } from "./parts.ts";
import { type TokenKind, tokenOf } from "./tokens.ts";

/** What cannot be done with these tokens, for one part or for all. */
export function missing(
  account: Account,
  rights: readonly string[] | undefined,
  part: Part | undefined,
): Said[] {
  const has = (kind: TokenKind) => tokenOf(account, kind) !== undefined;
  const isAbout = (...these: Part[]) => part === undefined || these.includes(part);
  const canList = has("service") || has("user");
  return [
    isAbout("wall", "board") && !canList && onlyEvents,
    isAbout("market") && !has("user") && marketNeedsUser,
    isAbout("board") && !has("user") && boardReadOnly,
    isAbout("wall") && !has("community") && !has("user") && wallReadOnly,
    isAbout("messages") && !has("community") && !has("user") && noMessages,
    isAbout("messages") && rights !== undefined && !rights.includes("messages") && noMessageRight,
    rights !== undefined && !rights.includes("manage") && noEventsRight,
  ].filter((warning) => warning !== false);
}

const about = (part: Part) => partNames[part];
const onlyEvents: Said = {
  ru: "Без сервисного ключа старые комментарии стены и обсуждений прочитать нельзя (VK ответит ошибкой 27): придут только новые, событиями. Добавьте сервисный ключ любого своего приложения VK.",
  en: "Without a service key, older comments on the wall and in topics cannot be read (VK answers with error 27): only new ones come, as events. Add the service key of any VK application of yours.",
};
const marketNeedsUser: Said = {
  ru: `Без токена руководителя ${about("market").ru} приходят только событиями, а отвечать на них можно только на странице VK.`,
  en: `Without a manager's user token, ${about("market").en} come as events only, and can be answered on VK's own page only.`,
};
const boardReadOnly: Said = {
  ru: "Отвечать в обсуждениях может только токен руководителя (право groups): без него ответ открывается ссылкой в VK.",
  en: "Only a manager's user token may answer in topics: without it the answer opens as a link to VK.",
};
const wallReadOnly: Said = {
  ru: "Сервисный ключ только читает. Чтобы отвечать на стене, добавьте ключ сообщества.",
  en: "A service key only reads. To answer on the wall, add the community token.",
};
const noMessages: Said = {
  ru: "Сообщения сообщества сервисному ключу не видны: добавьте ключ сообщества с правом на сообщения.",
  en: "A service key does not see messages to the community: add the community token with the right to messages.",
};
const noMessageRight: Said = {
  ru: "У ключа сообщества нет права на сообщения: создайте ключ с этим правом, иначе сообщения не читаются и на них нельзя ответить (ошибка 15).",
  en: "The community token lacks the right to messages: make one with it, or messages are neither read nor answered (error 15).",
};
const noEventsRight: Said = {
  ru: "У ключа сообщества нет права на управление: события (Callback API, Long Poll) он включить не сможет, а правки и удаления будут заметны с опозданием.",
  en: "The community token lacks the right to manage: it cannot switch events on (Callback API, Long Poll), and edits and deletions are noticed late.",
};
