import { Readable } from "node:stream";
import type { MailLogin, MailServer } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import XOAuth2 from "nodemailer/lib/xoauth2";
import { type MailError, smtpFault } from "./mail-faults.ts";
import { type MailGuard, openSocket, serverName } from "./socket.ts";

/** Signs in and leaves again. @throws NetworkFault, Refusal "forbidden" */
export async function checkSmtp(login: MailLogin, guard: MailGuard): Promise<void> {
  await withSmtp(login, guard, async () => undefined);
}

/** Hands a message over, by the contract of `Mailbox.send`. */
export async function sendBySmtp(
  login: MailLogin,
  guard: MailGuard,
  { envelope, raw }: { envelope: { from: string; to: readonly string[] }; raw: Uint8Array },
): Promise<"taken" | "unknown"> {
  return withSmtp(login, guard, async (connection) => {
    let hasBegun = false;
    const message = new Readable({
      read() {
        hasBegun = true;
        this.push(raw);
        this.push(null);
      },
    });
    const { from, to } = envelope;
    try {
      await done((end) => connection.send({ from, to: [...to], size: raw.length }, message, end));
      return "taken";
    } catch (error) {
      const { responseCode } = error as MailError;
      // The server read the letter and hung up before it said what became of it.
      if (hasBegun && !(responseCode && responseCode >= 400)) return "unknown";
      throw error;
    }
  });
}

async function withSmtp<T>(
  login: MailLogin,
  guard: MailGuard,
  work: (connection: SMTPConnection) => Promise<T>,
): Promise<T> {
  if (!login.smtp)
    throw new NetworkFault("refused", {
      ru: "У этого ящика не указан сервер SMTP: он только читается.",
      en: "No SMTP server is given for this mailbox: it is read only.",
    });
  const { smtp } = login;
  try {
    const connection = await connected(smtp, guard);
    try {
      await signedIn(connection, login);
      return await work(connection);
    } finally {
      connection.quit();
    }
  } catch (error) {
    throw smtpFault(error as MailError, smtp.host, login);
  }
}

async function connected({ host, port, security }: MailServer, guard: MailGuard): Promise<SMTPConnection> {
  const isTls = security === "tls";
  const socket = await new Promise<ReturnType<typeof openSocket>>((resolve, reject) => {
    const opening = openSocket({ host, port, isTls }, guard, () => {
      opening.setTimeout(0).off("error", reject).removeAllListeners("timeout");
      resolve(opening);
    });
    opening.once("error", reject);
    opening.setTimeout(guard.timeoutMs, () =>
      opening.destroy(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" })),
    );
  });
  const connection = new SMTPConnection({
    host,
    port,
    ...serverName(host),
    connection: socket,
    secure: isTls,
    secured: isTls,
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    greetingTimeout: guard.timeoutMs,
    socketTimeout: guard.timeoutMs,
    socketCloseTimeout: 0,
  });
  await new Promise<void>((resolve, reject) => {
    connection.on("error", reject); // stays, so that a connection lost later throws nothing by itself
    connection.once("end", () => reject(Object.assign(new Error("closed"), { code: "ECONNECTION" })));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  return connection;
}

function signedIn(connection: SMTPConnection, login: MailLogin): Promise<unknown> {
  const { user, password, accessToken } = login;
  const auth = accessToken
    ? { oauth2: new XOAuth2({ user, accessToken }) }
    : { user, pass: password ?? "", credentials: { user, pass: password ?? "" } };
  return done((end) => connection.login(auth, end));
}

/** A callback of the library as a promise. */
const done = (start: (end: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
