// A mailbox in memory, by the contract of the port: for tests in which the protocols are not the point.
import type { Mailbox, RawMail } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";

export interface MemoryMailbox {
  mailbox: Mailbox;
  /** Adds a letter to a folder; tells its uid. */
  put(folder: string, source: Uint8Array, receivedAt: Date): number;
  /** Gives every letter a new uid, as after a move to another server. */
  renumber(folder: string): void;
}

interface Shelf {
  validity: number;
  nextUid: number;
  mails: (RawMail & { isFlagged: boolean })[];
}

export function memoryMailbox(): MemoryMailbox {
  const shelves = new Map<string, Shelf>();
  const shelf = (folder: string): Shelf => {
    const known = shelves.get(folder) ?? { validity: 1, nextUid: 1, mails: [] };
    shelves.set(folder, known);
    return known;
  };
  const put = (folder: string, source: Uint8Array, receivedAt: Date): number => {
    const here = shelf(folder);
    const uid = here.nextUid++;
    here.mails.push({ uid, receivedAt, source, cut: false, isFlagged: false });
    return uid;
  };
  let opened = "INBOX";
  const gone = () =>
    Promise.reject(
      new NetworkFault("refused", { ru: "Здесь ничего не меняют.", en: "Nothing is changed here." }),
    );
  const mailbox: Mailbox = {
    folders: async () => [
      { path: "INBOX", use: "inbox" },
      { path: "Sent", use: "sent" },
    ],
    async open(folder) {
      opened = folder;
      const { validity, nextUid, mails } = shelf(folder);
      return { validity: String(validity), nextUid, count: mails.length };
    },
    uids: async (search) =>
      shelf(opened)
        .mails.filter((mail) =>
          "fromUid" in search
            ? mail.uid >= search.fromUid
            : mail.receivedAt >= search.since && (!search.before || mail.receivedAt < search.before),
        )
        .map(({ uid }) => uid),
    read: async (uids, maxBytes) =>
      shelf(opened)
        .mails.filter(({ uid }) => uids.includes(uid))
        .map((mail) => ({
          ...mail,
          source: mail.source.subarray(0, maxBytes),
          cut: mail.source.length > maxBytes,
        })),
    find: async (messageId) =>
      shelf(opened)
        .mails.filter(({ source }) => Buffer.from(source).includes(`<${messageId}>`))
        .map(({ uid, isFlagged }) => ({ uid, isFlagged })),
    append: gone,
    unflag: gone,
    remove: gone,
    checkSending: gone,
    send: gone,
    close: async () => undefined,
  };
  return {
    mailbox,
    put,
    renumber(folder) {
      const here = shelf(folder);
      here.validity++;
      for (const mail of here.mails) mail.uid = here.nextUid++;
    },
  };
}
