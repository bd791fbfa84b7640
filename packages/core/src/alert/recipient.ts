import type { Secret } from "../ports.ts";
import type { Said } from "../said.ts";
import type { Channel } from "./alerting.ts";
import { NotTold, type Recipient } from "./notice.ts";

const unreadable: Said = {
  ru: "Адрес вебхука зашифрован другим ключом, и прочесть его нельзя. Удалите канал и добавьте его заново.",
  en: "The webhook was sealed under another key and cannot be read. Remove the channel and add it again.",
};

/** What a channel's webhook is sealed for: this channel and no other. */
export const webhookContext = (channelId: string): string => `channel.${channelId}`;

/** A channel's webhook as it is kept: sealed for this channel alone. */
export const sealWebhook = (secret: Secret, channelId: string, webhook: string): Promise<string> =>
  secret.seal(webhook, webhookContext(channelId));

/**
 * Whom a channel reaches, its secret opened; lives only as long as the telling.
 * @throws NotTold when the secret was sealed under another key
 */
export async function openRecipient(channel: Channel, secret: Secret): Promise<Recipient> {
  if (channel.is === "email") return { is: "email", address: channel.address };
  try {
    return { is: "slack", webhook: await secret.open(channel.webhook, webhookContext(channel.id)) };
  } catch (cause) {
    throw new NotTold("never", unreadable, { cause });
  }
}
