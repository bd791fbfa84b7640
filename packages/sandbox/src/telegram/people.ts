// Who and what there is in the simulated Telegram: the bot, the channel with its discussion group, a business account,
// and people with numbers in Telegram's form.
import { chance } from "../chance.ts";

export const bot = {
  id: 990000001,
  is_bot: true,
  first_name: "Ромашка: отзывы",
  username: "romashka_demo_bot",
};
export const channel = {
  id: -1009900000001,
  type: "channel",
  title: "Кофейни «Ромашка и зерно»",
  username: "romashka_zerno_demo",
};
export const group = {
  id: -1009900000002,
  type: "supergroup",
  title: "Ромашка и зерно: обсуждение",
  username: "romashka_zerno_chat_demo",
};
/** Stands in `from` where somebody speaks as a channel. */
export const channelBot = { id: 136817688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };

export const owner = { id: 5_900_000_001, is_bot: false, first_name: "Ромашка", username: "romashka_demo" };
export const connection = {
  id: "demo-business-connection",
  user: owner,
  user_chat_id: owner.id,
  is_enabled: true,
  rights: { can_reply: true, can_read_messages: true },
};

export interface Person {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code: string;
}

/** A speaker of the world's as a user; numbers are past 32 bits, as those of new users are. */
export function personOf({ key, name }: { key: string; name: string }): Person {
  const luck = chance(`telegram/${key}`);
  const [first = "", ...rest] = name.split(" ");
  const id = 5_000_000_000 + luck.int(0, 899_999_999);
  return {
    ...{ id, is_bot: false, first_name: first || "?" },
    ...(rest.length > 0 && { last_name: rest.join(" ") }),
    ...(luck.likely(0.4) && { username: `demo_${id % 1_000_000}` }),
    language_code: "ru",
  };
}

export const unix = (at: Date): number => Math.floor(at.getTime() / 1000);
