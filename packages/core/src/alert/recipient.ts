import type { Secret } from "../ports.ts";
import type { Channel } from "./alerting.ts";
import type { Recipient } from "./notice.ts";

/** A channel's webhook as it is kept: sealed for this channel alone. */
export const sealWebhook = (secret: Secret, channelId: string, webhook: string): Promise<string> =>
  secret.seal(webhook, `channel.${channelId}`);

/** Whom a channel reaches, its secret opened; lives only as long as the telling. */
export async function openRecipient(channel: Channel, secret: Secret): Promise<Recipient> {
  if (channel.is === "email") return { is: "email", address: channel.address };
  return { is: "slack", webhook: await secret.open(channel.webhook, `channel.${channel.id}`) };
}
