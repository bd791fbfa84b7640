// A mailbox as connectors see it: IMAP for reading, SMTP for sending; the protocols are a library's, behind the port.

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

export interface Mailbox {
  /** Folders by their paths, with what they are for where the server says it. */
  folders(): Promise<{ path: string; use?: "inbox" | "sent" | "junk" | "archive" | "trash" }[]>;
  /** Where the folder stands; uids mean nothing under another `validity`. @throws NetworkFault gone */
  open(folder: string): Promise<{ validity: string; nextUid: number; count: number }>;
  /** Uids of the opened folder in ascending order: those from `fromUid` on, or those received in a time (whole days). */
  uids(search: { fromUid: number } | { since: Date; before: Date }): Promise<number[]>;
  /** Messages of the opened folder, whole up to `maxBytes`, in the order of their uids. */
  read(uids: readonly number[], maxBytes: number): Promise<RawMail[]>;
  /** The uid in the opened folder of the message with this Message-ID, or null. */
  find(messageId: string): Promise<number | null>;
  /** Puts a message into a folder, read. */
  append(folder: string, raw: Uint8Array): Promise<void>;
  /**
   * Hands a message to the server; resolves once it took it.
   * @throws NetworkFault: "refused" for a recipient or text that it will not take, "unavailable" where nobody knows
   */
  send(envelope: { from: string; to: readonly string[] }, raw: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
export interface RawMail {
  uid: number;
  /** When the server took it. */
  receivedAt: Date;
  source: Uint8Array;
  /** The message is longer than what was read. */
  cut: boolean;
}
