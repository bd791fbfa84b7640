import { createServer } from "node:http";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { postBySes } from "@otklik/aws/ses";
import { listening } from "@otklik/aws-local/json-service";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { messenger } from "@otklik/notify/messenger";
import PostalMime from "postal-mime";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeMessenger, publicUrl } from "../contracts/messenger.ts";
import { client } from "../support/aws/client.ts";
import { noticesIn } from "../support/notices.ts";
import { slackServer } from "../support/slack-server.ts";

const from = "Отклик <alerts@example.com>";

interface Taken {
  to: string;
  raw: Buffer;
}

/** An endpoint that takes letters as SES does, or answers with one of its errors. */
async function sesServer() {
  const taken: Taken[] = [];
  let mood: { status: number; type?: string } = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { Destination, Content } = JSON.parse(body);
    if (mood.status === 200 && request.url === "/v2/email/outbound-emails")
      taken.push({ to: Destination.ToAddresses[0], raw: Buffer.from(Content.Raw.Data, "base64") });
    response.statusCode = mood.status;
    if (mood.type) response.setHeader("x-amzn-errortype", mood.type);
    response.setHeader("content-type", "application/json").end('{"MessageId":"m-1"}');
  });
  const { url, close } = await listening(server, 0);
  const ses = new SESv2Client({ ...client(url), maxAttempts: 1 });
  return {
    taken,
    post: postBySes({ client: ses, from }),
    answer: (next: typeof mood) => {
      mood = next;
    },
    async close() {
      ses.destroy();
      await close();
    },
  };
}

describeMessenger("Slack and SES", async () => {
  const [slack, mail] = await Promise.all([slackServer(), sesServer()]);
  const parts = { http: guardedHttp({ allowHosts: [slack.host] }), now: () => new Date(), publicUrl };
  return {
    messenger: messenger({
      ...parts,
      ownAddress: async () => null,
      networks: connectors,
      post: mail.post,
      sendsMail: true,
    }),
    slack,
    letters: () =>
      Promise.all(
        mail.taken.map(async ({ to, raw }) => {
          const { messageId = "", subject = "", text = "", html = "" } = await PostalMime.parse(raw);
          return { id: messageId, to, subject, text, html };
        }),
      ),
    workspaceId: "w1",
    close: async () => void (await Promise.all([slack.close(), mail.close()])),
  };
});

describe("a letter that SES does not take", () => {
  it.each([
    ["MessageRejected", 400, "never"],
    ["MailFromDomainNotVerifiedException", 400, "never"],
    ["TooManyRequestsException", 429, "later"],
    ["InternalServiceError", 500, "later"],
  ])("%s: %i", async (type, status, kind) => {
    const mail = await sesServer();
    onTestFinished(mail.close);
    mail.answer({ status, type });
    const { id, at, language } = noticesIn("en").trial;
    const letter = { workspaceId: "w1", id, at, to: "anna@example.com", language, subject: "s", text: "t" };
    const posted = mail.post(
      { ...letter, html: "<p>h</p>", alertsUrl: null },
      { signal: AbortSignal.timeout(8000) },
    );
    await expect(posted).rejects.toMatchObject({ name: "NotTold", kind });
    expect(mail.taken).toEqual([]);
  });
});
