import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Doorkeeper } from "./door.ts";

export interface Handed {
  from: string;
  to: string[];
  /** The bytes of the letter, one letter each (latin1). */
  raw: string;
}

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** The server that takes letters; it does not listen yet. `take` is called before it is said that one was taken. */
export function smtpServer({ door, take }: { door: Doorkeeper; take(letter: Handed): void }): SMTPServer {
  const sockets = new Map<number | undefined, Socket>();
  const hangUp = ({ remotePort }: { remotePort: number }) => void sockets.get(remotePort)?.destroy();
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    authMethods: ["PLAIN", "LOGIN", "XOAUTH2"],
    allowInsecureAuth: true,
    onConnect: (session, done) => (door.hangsUp() ? hangUp(session) : done()),
    onAuth({ username = "", password, accessToken }, _session, done) {
      const mayEnter = accessToken
        ? door.allowsSasl("XOAUTH2", xoauth2(username, accessToken))
        : door.allowsPassword(username, password ?? "");
      if (mayEnter) return done(null, { user: username });
      done(refusal(535, "5.7.8 Error: authentication failed: Invalid user or password!"));
    },
    onMailFrom: (_address, session, done) => (door.takes("loseRequest") ? hangUp(session) : done()),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (door.takes("throttle")) return done(refusal(451, "4.7.1 Please try again later"));
        if (door.takes("refuse")) return done(refusal(550, "5.7.1 The message was refused as spam"));
        const { mailFrom, rcptTo } = session.envelope;
        take({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("latin1"),
        });
        return door.takes("loseAnswer") ? hangUp(session) : done();
      });
    },
  });
  server.on("error", () => undefined); // a client that hangs up early is the client's affair
  server.server.on("connection", (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });
  return server;
}

const xoauth2 = (user: string, token: string): string =>
  Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString("base64");
