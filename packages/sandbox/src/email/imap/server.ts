import { createServer, type Server, type Socket } from "node:net";
import type { Doorkeeper } from "../door.ts";
import type { Postbox } from "../postbox.ts";
import { capabilities, type More, openSession } from "./session.ts";
import { literalAtEnd, wordsOf } from "./words.ts";

/** An IMAP server over the mailbox that each connection opens; it does not listen yet. */
export function imapServer({
  door,
  open,
}: {
  door: Doorkeeper;
  open(): Postbox;
}): Server & { closeNow(): void } {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.setEncoding("latin1");
    socket.on("error", () => undefined); // a client that hangs up early is the client's affair
    if (door.hangsUp()) return socket.destroy();
    socket.write(`* OK [CAPABILITY ${capabilities}] Otklik sandbox\r\n`, "latin1");
    converse(socket, { door, box: open() });
  });
  return Object.assign(server, {
    closeNow() {
      for (const socket of sockets) socket.destroy();
    },
  });
}

function converse(socket: Socket, of: { box: Postbox; door: Doorkeeper }): void {
  const session = openSession(of);
  let waiting = "";
  let command = "";
  let literal = 0;
  let more: More | null = null;

  const say = ({ text, ends }: { text: string; ends?: true }) => {
    socket.write(text, "latin1");
    if (ends) socket.end();
  };
  const line = (text: string) => {
    if (of.door.hangsUp()) return socket.destroy();
    if (more) {
      const go = more;
      more = null;
      return say(go(text));
    }
    command += text;
    const size = literalAtEnd(text);
    if (size !== null) {
      command += "\r\n";
      literal = size;
      return socket.write("+ go on\r\n");
    }
    const [tag = "*", name = "", ...words] = wordsOf(command);
    command = "";
    const answer = session.answer(String(tag), String(name).toUpperCase(), words);
    more = answer.more ?? null;
    say(answer);
  };
  socket.on("data", (bytes) => {
    waiting += String(bytes);
    for (;;) {
      if (literal > 0) {
        if (waiting.length < literal) return;
        command += waiting.slice(0, literal);
        waiting = waiting.slice(literal);
        literal = 0;
      }
      const end = waiting.indexOf("\r\n");
      if (end < 0 || socket.destroyed) return;
      const text = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      line(text);
    }
  });
}
