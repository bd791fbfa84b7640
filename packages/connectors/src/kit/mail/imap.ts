import type { Socket } from "node:net";
import type { Mailbox, MailFolder, MailLogin, MailSearch, RawMail } from "@otklik/core/connector";
import { ImapFlow, type ListResponse, type MailboxObject } from "imapflow";
import { imapFault, type MailError } from "./mail-faults.ts";
import { type MailGuard, openSocket, serverName, upgraded } from "./socket.ts";

/** The part of a mailbox that IMAP serves. */
export type ImapSession = Omit<Mailbox, "send" | "checkSending">;

/** How many of the newest messages are looked through where a server's own search for an id finds nothing. */
const mostLookedThrough = 50;
/** Commands that a server never ends do not hold a session longer. */
const longestSessionMs = 120_000;

/** Signs in. @throws NetworkFault, Refusal "forbidden" */
export async function openImap(login: MailLogin, guard: MailGuard): Promise<ImapSession> {
  const client = clientOf(login, guard);
  const { host } = login.imap;
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw imapFault(error as MailError, host, login);
    }
  };
  let broken: MailError | null = null;
  client.on("error", (error) => {
    broken = error;
  });
  const late = setTimeout(() => client.close(), longestSessionMs);
  const close = () => {
    clearTimeout(late);
    client.close();
  };
  try {
    await asked(() => client.connect());
  } catch (error) {
    close();
    throw broken ? imapFault(broken, host, login) : error;
  }
  return {
    folders: () => asked(async () => (await client.list()).filter(holdsMail).map(folderOf)),
    open: (folder, how) =>
      asked(async () => standingOf(await client.mailboxOpen(folder, { readOnly: !how?.changes }))),
    uids: (search) => asked(() => uidsOf(client, search)),
    read: (uids, maxBytes) => asked(() => readOf(client, uids, maxBytes)),
    find: (messageId) => asked(() => copiesOf(client, messageId)),
    append: (folder, raw, marks) =>
      asked(async () => {
        const flags = marks?.isFlagged ? ["\\Seen", "\\Flagged"] : ["\\Seen"];
        await client.append(folder, Buffer.from(raw), flags);
      }),
    unflag: (uid) =>
      asked(async () => void (await client.messageFlagsRemove([uid], ["\\Flagged"], { uid: true }))),
    remove: (uid) => asked(async () => void (await client.messageDelete([uid], { uid: true }))),
    async close() {
      // A goodbye that the server does not hear changes nothing: all commands have been answered by now.
      await client.logout().catch(() => undefined);
      close();
    },
  };
}

function clientOf({ imap, user, password, accessToken }: MailLogin, guard: MailGuard): ImapFlow {
  const { host, port, security } = imap;
  return new ImapFlow({
    host,
    port,
    ...serverName(host),
    secure: security === "tls",
    ...(security !== "tls" && { doSTARTTLS: security === "starttls" }),
    auth: accessToken ? { user, accessToken } : { user, pass: password ?? "" },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: guard.timeoutMs,
    greetingTimeout: guard.timeoutMs,
    socketTimeout: guard.timeoutMs,
    maxLiteralSize: 64_000_000,
    clientInfo: { name: "Otklik" },
    transport: {
      connect: (target, onConnect) =>
        openSocket(
          { host: target.host ?? host, port: target.port ?? port, isTls: target.secure },
          guard,
          onConnect,
        ),
      upgrade: (socket, _options, onSecure) => upgraded(socket as Socket, host, onSecure),
    },
  });
}

const holdsMail = ({ flags }: ListResponse): boolean => !flags.has("\\Noselect");

const uses: Record<string, NonNullable<MailFolder["use"]>> = {
  "\\Inbox": "inbox",
  "\\Sent": "sent",
  "\\Drafts": "drafts",
  "\\Junk": "junk",
  "\\Archive": "archive",
  "\\All": "archive",
  "\\Trash": "trash",
};

function folderOf({ path, specialUse }: ListResponse): MailFolder {
  const use = path.toUpperCase() === "INBOX" ? "inbox" : uses[specialUse ?? ""];
  return { path, ...(use && { use }) };
}

const standingOf = ({ uidValidity, uidNext, exists }: MailboxObject) => ({
  validity: String(uidValidity),
  nextUid: uidNext,
  count: exists,
});

async function uidsOf(client: ImapFlow, search: MailSearch): Promise<number[]> {
  if ("fromUid" in search) {
    const found = await client.search({ uid: `${search.fromUid}:*` }, { uid: true });
    // "*" is the newest there is, also where that is older than what was asked for.
    return ascending(found).filter((uid) => uid >= search.fromUid);
  }
  return ascending(await client.search({ ...search }, { uid: true }));
}

const ascending = (uids: number[] | false | undefined): number[] => [...(uids || [])].sort((a, b) => a - b);

async function readOf(client: ImapFlow, uids: readonly number[], maxBytes: number): Promise<RawMail[]> {
  if (uids.length === 0) return [];
  const query = { uid: true, internalDate: true, size: true, source: { maxLength: maxBytes } };
  const read: RawMail[] = [];
  for await (const { uid, internalDate, size = 0, source } of client.fetch([...uids], query, { uid: true })) {
    if (!source) continue;
    const told = new Date(internalDate ?? Number.NaN);
    // Every server must tell it; from one that does not, a letter is of long ago, and not of a time made up.
    const receivedAt = Number.isNaN(told.getTime()) ? new Date(0) : told;
    read.push({ uid, receivedAt, source, cut: size > source.length });
  }
  return read.sort((a, b) => a.uid - b.uid);
}

/** By the server's search; and since some find no headers, among the newest messages themselves. */
async function copiesOf(client: ImapFlow, messageId: string): Promise<{ uid: number; isFlagged: boolean }[]> {
  const uids = ascending(await client.search({ header: { "message-id": messageId } }, { uid: true }));
  const count = client.mailbox ? client.mailbox.exists : 0;
  if (uids.length === 0 && count === 0) return [];
  const range = uids.length > 0 ? uids : `${Math.max(1, count - mostLookedThrough + 1)}:*`;
  const looked = await client.fetchAll(
    range,
    { uid: true, flags: true, envelope: true },
    { uid: uids.length > 0 },
  );
  return looked
    .filter(({ envelope }) => envelope?.messageId?.replace(/[<>\s]/g, "") === messageId)
    .map(({ uid, flags }) => ({ uid, isFlagged: flags?.has("\\Flagged") ?? false }));
}
