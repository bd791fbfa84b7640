import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface Posted extends Email {
  /** From the envelope. */
  for: string[];
  raw: string;
}

type SmtpMood = "taking" | "busy" | "no such mailbox" | "sender refused" | "refusing" | "silent";

/** A mail server that remembers its letters, read back by a MIME parser of another maker. */
export interface MailServer {
  url: string;
  posted: Posted[];
  mood: SmtpMood;
  close(): Promise<void>;
}

/** @param password when given, the user "otklik" must say it */
export async function mailServer({ password }: { password?: string } = {}): Promise<MailServer> {
  const refuse = (responseCode: number, text: string): Error =>
    Object.assign(new Error(text), { responseCode });
  const smtp = new SMTPServer({
    disabledCommands: ["STARTTLS", ...(password === undefined ? ["AUTH"] : [])],
    disableReverseLookup: true,
    authOptional: password === undefined,
    onAuth: ({ password: said }, _, done) =>
      said === password ? done(null, { user: "otklik" }) : done(refuse(535, "5.7.8 wrong password")),
    onConnect: (_, done) => (server.mood === "silent" ? undefined : done()),
    onMailFrom: (_, __, done) =>
      done(server.mood === "sender refused" ? refuse(550, "5.7.1 sender not allowed") : null),
    onRcptTo: (_, __, done) =>
      done(server.mood === "no such mailbox" ? refuse(550, "5.1.1 no such user") : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        if (server.mood === "busy") return done(refuse(451, "4.3.0 try again later"));
        if (server.mood === "refusing") return done(refuse(554, "5.6.0 not wanted here"));
        const raw = Buffer.concat(chunks);
        const email = await PostalMime.parse(raw);
        const recipients = envelope.rcptTo.map(({ address }) => address);
        server.posted.push({ ...email, for: recipients, raw: raw.toString("latin1") });
        done();
      });
    },
  });
  smtp.on("error", () => undefined); // a client that hangs up early is the client's affair
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    posted: [],
    mood: "taking",
    close: () => new Promise((resolve) => void smtp.close(() => resolve())),
  };
  return server;
}
