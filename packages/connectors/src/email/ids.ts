// Message-IDs: ours are derived from the key of a reply, so that a repeat is known, and so is a letter that comes back.
import { digest } from "@otklik/core/id";

const letters = 26;

/** The Message-ID of a reply, without brackets; the same for every attempt to send it. */
export const idOfReply = (once: string, from: string): string =>
  `otklik.${digest(["e-mail reply", once], letters)}@${from.split("@")[1] ?? "localhost"}`;

export const isOurs = (messageId: string | undefined): boolean => ourId.test(messageId ?? "");
const ourId = /^otklik\.[0-9a-hjkmnp-tv-z]{26}@\S+$/;

/** The first of our ids in a text, such as the headers of a letter that came back. */
export const ourIdIn = (text: string): string | undefined =>
  /<(otklik\.[0-9a-hjkmnp-tv-z]{26}@[^<>\s]+)>/.exec(text)?.[1];

/** A Message-ID, and not our stand-in for a letter without one. */
export const isMessageId = (id: string | undefined): id is string => id?.includes("@") === true;
