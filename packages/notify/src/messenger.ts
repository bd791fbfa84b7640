import type { Messenger, Notice } from "@otklik/core/alert/notice";
import { digest } from "@otklik/core/id";
import { addressesAt } from "./address.ts";
import { type Post, writeLetter } from "./mail/letter.ts";
import { slackMessage } from "./slack/message.ts";
import { postToSlack, type SlackTools } from "./slack/slack.ts";
import { sayNotice } from "./wording/say-notice.ts";
import { speechOf } from "./wording/speech.ts";

export interface MessengerParts extends SlackTools {
  /** Hands letters to a mail server, or keeps them. */
  post: Post;
  /** False: `post` keeps letters for the UI to show. */
  sendsMail: boolean;
  /** What links begin with, without a slash at its end; null while none is set. */
  publicUrl: string | null;
  /** Where the app is opened at its own machine, which links fall back to; null while it is not known. */
  ownAddress(): Promise<string | null>;
  /** To name networks as people write them. */
  networks: readonly { network: string; title: string }[];
}

/** Tells people by Slack's incoming webhooks and by letters, in the notice's language and time zone. */
export function messenger(parts: MessengerParts): Messenger {
  const { post, sendsMail, publicUrl, ownAddress, networks } = parts;
  const titles = new Map(networks.map(({ network, title }) => [network, title]));
  return {
    sendsMail,
    publicUrl,
    async tell(to, notice, { signal }) {
      const spoken = sayNotice(notice, await speechOf(notice, titles));
      const addressOf = addressesAt(publicUrl ?? (await ownAddress()));
      if (to.is === "slack")
        return postToSlack({ webhook: to.webhook, message: slackMessage(spoken, addressOf), signal }, parts);
      const id = letterId(notice, to.address);
      return post(writeLetter(notice, { id, to: to.address, spoken, addressOf }), { signal });
    },
  };
}

/** The same letter is the same one when it is told again; to another address it is another. */
const letterId = ({ id }: Notice, address: string): string => digest([id, address]);
