// What a message says and shows.
import type { Media } from "@otklik/core/connector";
import { fullName } from "./names.ts";
import type { Replied } from "./wire.ts";

/** The words of a message; of what is neither text nor caption, what a person would read in it. */
export function textOf(message: Replied): string {
  const { sticker, dice, poll, checklist, venue, location, contact } = message;
  return (
    message.text ??
    message.caption ??
    sticker?.emoji ??
    dice?.emoji ??
    poll?.question ??
    checklist?.title ??
    (venue && [venue.title, venue.address].filter(Boolean).join(", ")) ??
    (location && `${location.latitude}, ${location.longitude}`) ??
    (contact && [fullName(contact), contact.phone_number].filter(Boolean).join(" ")) ??
    wordsIn(message.rich_message)
  );
}

/** Rich messages are blocks within blocks, whose words are under "text", as strings or as lists of such. */
function wordsIn(rich: unknown): string {
  if (typeof rich === "string") return rich;
  if (Array.isArray(rich)) return rich.map(wordsIn).join("");
  if (rich === null || typeof rich !== "object") return "";
  const lines = Object.entries(rich).map(([name, member]) =>
    name === "blocks" && Array.isArray(member)
      ? member.map(wordsIn).join("\n")
      : name === "text"
        ? wordsIn(member)
        : "",
  );
  return lines.filter(Boolean).join("\n").trim();
}

const events =
  /^(?:new_chat_|left_chat_|delete_chat_|group_chat_|supergroup_chat_|channel_chat_|chat_(?:owner|background|shared)|message_auto_delete_|migrate_|pinned_message|forum_topic_|general_forum_|video_chat_|giveaway|users?_shared|boost_added|proximity_alert|write_access|connected_website|passport_data|web_app_data|\w+_message_price_changed|checklist_tasks_|managed_bot|poll_option_|suggested_post_(?!info)|(?:unique_)?gift|\w+_payment|invoice|game|story)/;

/** The message tells of something that happened in the chat, not of something that was said. */
export const isEvent = (message: Replied): boolean => Object.keys(message).some((name) => events.test(name));

const scheme = "telegram-file:";
const urlFor = (file: string): string => `${scheme}${file}`;

/** The file's id, of an address that we gave it: Telegram's own one holds the bot's token and is never kept. */
export const fileIn = (url: string): string | undefined =>
  url.startsWith(scheme) ? url.slice(scheme.length) : undefined;

const leastPreview = 300; // pixels of the longer side

export function mediaOf(message: Replied): Media[] {
  const media: Media[] = [];
  const sizes = (message.photo ?? []).toSorted((a, b) => a.width * a.height - b.width * b.height);
  const whole = sizes.at(-1);
  if (whole) {
    const preview = sizes.find(({ width, height }) => Math.max(width, height) >= leastPreview) ?? whole;
    media.push({ kind: "image", url: urlFor(whole.file_id), previewUrl: urlFor(preview.file_id) });
  }
  // An animation comes a second time as a document, for programs that know no animations.
  const files = [
    ["video", message.video],
    ["video", message.video_note],
    ["video", message.animation],
    ["video", message.live_photo],
    ["audio", message.voice],
    ["audio", message.audio],
    ["file", message.animation ? undefined : message.document],
    ["image", message.sticker],
  ] as const;
  for (const [kind, file] of files) {
    if (!file) continue;
    const preview = file.thumbnail ? { previewUrl: urlFor(file.thumbnail.file_id) } : {};
    media.push({ kind, url: urlFor(file.file_id), ...preview });
  }
  return media;
}
