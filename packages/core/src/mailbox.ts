// A mailbox as connectors see it: IMAP for reading, SMTP for sending; the protocols are a library's, behind the port.
// A session lives as long as one call of a connector: it is opened, used one command at a time, and closed.

export interface MailLogin {
  imap: MailServer;
  /** Absent: the mailbox is read only. */
  smtp?: MailServer | undefined;
  user: string;
  /** One of the two. */
  password?: string | undefined;
  accessToken?: string | undefined;
}
export interface MailServer {
  host: string;
  port: number;
  /** "tls" from the first byte, "starttls" after a greeting, "none" for a sandbox on this machine. */
  security: "tls" | "starttls" | "none";
}

/** Every method throws a NetworkFault where the server does not do what was asked. */
export interface Mailbox {
  /** Folders that hold messages, by their paths, with what they are for where that is known. */
  folders(): Promise<MailFolder[]>;
  /** Where the folder stands; uids mean nothing under another `validity`. Only `changes` may flag, add or remove. */
  open(
    folder: string,
    how?: { changes: boolean },
  ): Promise<{ validity: string; nextUid: number; count: number }>;
  /** Uids of the opened folder in ascending order. */
  uids(search: MailSearch): Promise<number[]>;
  /** Messages of the opened folder, whole up to `maxBytes`, in the order of their uids; what is gone is left out. */
  read(uids: readonly number[], maxBytes: number): Promise<RawMail[]>;
  /** All copies in the opened folder of the message with this Message-ID. */
  find(messageId: string): Promise<{ uid: number; isFlagged: boolean }[]>;
  /** Puts a message into a folder, read; flagged where that is asked. */
  append(folder: string, raw: Uint8Array, marks?: { isFlagged: boolean }): Promise<void>;
  unflag(uid: number): Promise<void>;
  remove(uid: number): Promise<void>;
  /** Signs in at the server that sends, and sends nothing. */
  checkSending(): Promise<void>;
  /**
   * Hands a message to the server. "taken": it said that it took it; "unknown": the connection was lost when the
   * message was on its way. A fault means that certainly nothing was taken: "refused" for good, "throttled" for now.
   */
  send(envelope: { from: string; to: readonly string[] }, raw: Uint8Array): Promise<"taken" | "unknown">;
  close(): Promise<void>;
}

/** From a uid on, or what a server took in a time. It counts in whole days of its own zone: ask for a day more. */
export type MailSearch = { fromUid: number } | { since: Date; before?: Date; from?: string };

export interface MailFolder {
  path: string;
  use?: "inbox" | "sent" | "drafts" | "junk" | "archive" | "trash";
}
export interface RawMail {
  uid: number;
  /** When the server took it. */
  receivedAt: Date;
  source: Uint8Array;
  /** The message is longer than what was read. */
  cut: boolean;
}
