import { createServer } from "node:http";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { sesTransport } from "@otklik/aws/ses";
import { listening } from "@otklik/aws-local/json-service";
import { createTransport } from "nodemailer";
import PostalMime from "postal-mime";
import { expect, it } from "vitest";
import { client } from "../support/aws/client.ts";

it("sends a message whole, Cyrillic and emoji in its subject and body, to those it is for", async () => {
  const sent: { path: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    sent.push({ path: request.url, body });
    response.setHeader("content-type", "application/json").end('{"MessageId":"m-1"}');
  });
  const { url, close } = await listening(server, 0);
  const ses = new SESv2Client(client(url));
  await createTransport(sesTransport(ses)).sendMail({
    from: "Отклик <otklik@example.com>",
    to: "anna@example.com",
    subject: "Срочный отзыв 😡",
    text: "Протёк по дороге",
    html: "<p>Протёк по дороге</p>",
  });
  expect(sent.map(({ path }) => path)).toEqual(["/v2/email/outbound-emails"]);
  const { Destination, Content } = JSON.parse(sent[0]?.body ?? "");
  expect(Destination.ToAddresses).toEqual(["anna@example.com"]);
  const mail = await PostalMime.parse(Buffer.from(Content.Raw.Data, "base64"));
  expect(mail).toMatchObject({ subject: "Срочный отзыв 😡", html: "<p>Протёк по дороге</p>" });
  expect(mail.from).toEqual({ name: "Отклик", address: "otklik@example.com" });
  expect(mail.text?.trim()).toBe("Протёк по дороге");
  ses.destroy();
  await close();
});
