// Updates in Telegram's form, invented, and what the connector makes of them.
import { mentionsOf, type Reading } from "@otklik/connectors/telegram/map";
import { Settings } from "@otklik/connectors/telegram/settings";
import { Update } from "@otklik/connectors/telegram/wire";

const botId = "990000001";
export const bot = { id: 990000001, is_bot: true, first_name: "Бот", username: "demo_bot" };
export const group = { id: -1001234567890, type: "supergroup", title: "Демо", username: "demo_group" };
export const hiddenGroup = { id: -1009876543210, type: "supergroup", title: "Скрытая" };
export const channel = { id: -1001111111111, type: "channel", title: "Канал", username: "demo_channel" };
export const anna = {
  id: 5_000_000_001,
  is_bot: false,
  first_name: "Анна",
  last_name: "Д.",
  username: "anna_demo",
};
export const boris = { id: 5_000_000_002, is_bot: false, first_name: "Борис" };
export const at = 1_795_000_000;

export const sourceFor = (settings: Partial<Settings> & { chat?: string }, sourceId = "source-demo") => ({
  sourceId,
  settings: Settings.parse(settings),
});

/** A message of Anna's in the group, as far as nothing else is said. */
export const message = (of: Record<string, unknown> = {}) => ({
  ...{ message_id: 55, from: anna, chat: group, date: at, text: "Демо" },
  ...of,
});

/** The channel's post as it stands in the group. */
export const post = {
  ...{ message_id: 7, from: { id: 777000, is_bot: false, first_name: "Telegram" }, sender_chat: channel },
  ...{ chat: group, date: at - 3600, is_automatic_forward: true, text: "Осеннее меню\nУже в кофейнях" },
  forward_origin: { type: "channel", chat: channel, message_id: 42, date: at - 3600 },
};

const around = { botId, channels: new Map([[String(group.id), String(channel.id)]]), moved: {} };

/** What this update tells of a source that reads the group, unless told otherwise. */
export const mentionsIn = (update: unknown, more: Partial<Reading> = {}) =>
  mentionsOf(Update.parse(update), {
    ...{ sources: [sourceFor({ chat: String(group.id) })], now: new Date((at + 60) * 1000) },
    ...around,
    ...more,
  });
