// What VK's error codes mean (errors.json of its schema): they come in the body, under HTTP 200.
import type { Said } from "@otklik/core/connector";
import { type FaultKind, NetworkFault } from "@otklik/core/errors";
import { kindNames, kindsFor, type Method } from "./tokens.ts";
import type { Fault } from "./wire.ts";

export const title = "VK";

/** A fault with VK's own code, for those who can go on in spite of some. */
export class VkFault extends NetworkFault {
  readonly code: number;
  constructor(code: number, kind: FaultKind, said: Said, more: { retryAt?: Date } = {}) {
    super(kind, said, more);
    this.name = "NetworkFault";
    this.code = code;
  }
}

/** Kind, and the wait in seconds where the code alone tells how long makes sense. */
const known: Record<number, { kind: FaultKind; waitSeconds?: number; said?: Said }> = {
  1: { kind: "unavailable" },
  3: { kind: "changed" },
  5: {
    kind: "unauthorized",
    said: {
      ru: "Токен больше не действует: получите новый и вставьте его.",
      en: "The token is no longer good: get a new one and paste it.",
    },
  },
  6: { kind: "throttled", waitSeconds: 1 },
  7: {
    kind: "unauthorized",
    said: {
      ru: "Токену не хватает права на это: выдайте его при создании ключа.",
      en: "The token lacks the right to do this: grant it when the token is made.",
    },
  },
  8: { kind: "changed" },
  9: {
    kind: "throttled",
    waitSeconds: 600,
    said: {
      ru: "Слишком много одинаковых действий; подождём 10\u00a0минут.",
      en: "Too many actions of one kind; we wait 10 minutes.",
    },
  },
  10: { kind: "unavailable" },
  14: {
    kind: "unauthorized",
    said: {
      ru: "VK просит ввести капчу. Зайдите во ВКонтакте под этим руководителем, подтвердите, что вы не робот, и включите источник снова.",
      en: "VK asks for a captcha. Sign in to VK as this manager, show that you are no robot, and switch the source on again.",
    },
  },
  15: {
    kind: "unauthorized",
    said: {
      ru: "Доступ закрыт: у токена нет нужного права, или раздел сообщества отключён.",
      en: "Access is denied: the token lacks the right, or this part of the community is switched off.",
    },
  },
  17: {
    kind: "unauthorized",
    said: {
      ru: "VK просит подтвердить вход: зайдите во ВКонтакте под этим руководителем и подтвердите его.",
      en: "VK asks to confirm the sign-in: sign in to VK as this manager and confirm it.",
    },
  },
  18: { kind: "gone" },
  28: { kind: "unauthorized" },
  27: { kind: "unauthorized" },
  29: {
    kind: "throttled",
    waitSeconds: 3600,
    said: {
      ru: "Исчерпан суточный лимит этого метода; попробуем через час.",
      en: "The daily limit of this method is used up; it will be tried again in an hour.",
    },
  },
  203: {
    kind: "unauthorized",
    said: {
      ru: "Доступ к сообществу закрыт: тот, кому принадлежит токен, им не руководит.",
      en: "Access to the community is denied: whoever the token belongs to does not manage it.",
    },
  },
  3300: {
    kind: "unauthorized",
    said: {
      ru: "VK просит ввести капчу. Зайдите во ВКонтакте под этим руководителем и подтвердите, что вы не робот.",
      en: "VK asks for a captcha. Sign in to VK as this manager and show that you are no robot.",
    },
  },
};

/** Codes with which another token of the account may still succeed. */
export const isAboutToken = (code: number): boolean => [7, 15, 27, 28, 203].includes(code);

/** The fault of an error in a body. The network's own words go along; they never hold a customer's text. */
export function faultIn({ error_code: code, error_msg: said }: Fault, method: Method, now: Date): VkFault {
  const { kind, waitSeconds, said: advice } = known[code] ?? { kind: "refused" as const };
  const words = said ? `: ${said.slice(0, 300).replace(/[.\s]+$/, "")}.` : ".";
  const help = code === 27 || code === 28 ? wrongKind(method) : advice;
  const told: Said = {
    ru: `${title}: ошибка ${code} на ${method}${words}${help ? ` ${help.ru}` : ""}`,
    en: `${title} answered ${method} with error ${code}${words}${help ? ` ${help.en}` : ""}`,
  };
  const more = waitSeconds === undefined ? {} : { retryAt: new Date(now.getTime() + waitSeconds * 1000) };
  return new VkFault(code, kind, told, more);
}

/** Error 27 and 28: the kind of token wins over its rights. */
function wrongKind(method: Method): Said {
  const needed = kindsFor(method).map((kind) => kindNames[kind]);
  return {
    ru: `Токен не того вида: для этого нужен ${needed.map(({ ru }) => ru).join(" или ")}.`,
    en: `The token is of the wrong kind: this takes ${needed.map(({ en }) => en).join(" or ")}.`,
  };
}

/** None of the account's tokens may call this. */
export function noToken(method: Method): NetworkFault {
  const needed = kindsFor(method).map((kind) => kindNames[kind]);
  return new NetworkFault("unauthorized", {
    ru: `${title}: для ${method} нужен ${needed.map(({ ru }) => ru).join(" или ")}, а его нет. Добавьте его в подключении.`,
    en: `${title}: ${method} takes ${needed.map(({ en }) => en).join(" or ")}, which is missing. Add it to the connection.`,
  });
}

export const changed = (what: Said): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У ${title} что-то изменилось: ${what.ru}.`,
    en: `${title} has changed: ${what.en}.`,
  });
