import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { listLetters } from "@otklik/core/alert/letter-store";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { keepLetters } from "@otklik/notify/mail/keep";
import { postBySmtp } from "@otklik/notify/mail/smtp";
import { type MessengerParts, messenger } from "@otklik/notify/messenger";
import { describeMessenger, publicUrl } from "../contracts/messenger.ts";
import { type SlackServer, slackServer } from "../support/slack-server.ts";
import { mailServer, type Posted } from "../support/smtp-server.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const parts = (slack: SlackServer): Omit<MessengerParts, "post" | "sendsMail"> => ({
  http: guardedHttp({ allowHosts: [slack.host] }),
  now: () => new Date(),
  publicUrl,
  ownAddress: async () => null,
  networks: connectors,
});

describeMessenger("Slack and SMTP", async () => {
  const [slack, mail] = await Promise.all([slackServer(), mailServer()]);
  const post = postBySmtp({ url: mail.url, from: "Otklik <alerts@example.com>" });
  const read = ({ messageId = "", for: to, subject = "", text = "", html = "" }: Posted) => ({
    id: messageId,
    to: to[0] ?? "",
    subject,
    text,
    html,
  });
  return {
    messenger: messenger({ ...parts(slack), post, sendsMail: true }),
    slack,
    letters: async () => mail.posted.map(read),
    workspaceId: "w1",
    close: async () => void (await Promise.all([slack.close(), mail.close()])),
  };
});

describeMessenger("Slack and letters kept for the app", async () => {
  const slack = await slackServer();
  const { path, remove } = keptFolder();
  const home = await openHome(path);
  return {
    messenger: messenger({ ...parts(slack), post: keepLetters(home.table), sendsMail: false }),
    slack,
    letters: async () => (await listLetters(scopedTable(home.table, "w1"), { limit: 100 })).letters.reverse(),
    workspaceId: "w1",
    async close() {
      await slack.close();
      home.close();
      remove();
    },
  };
});
