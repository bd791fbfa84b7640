// A letter as it came, read by a MIME parser, with what its headers say of who answers what.
import PostalMime, { type Address, type Email } from "postal-mime";

export interface Letter {
  /** Without angle brackets; absent where the sender's program gave none. */
  messageId?: string;
  /** What it answers, as far as it says so: In-Reply-To. */
  inReplyTo?: string;
  /** The thread before it, the oldest first: References. */
  references: string[];
  from: Correspondent;
  /** Where answers are wanted, if not by the sender. */
  replyTo?: Correspondent;
  to: Correspondent[];
  subject: string;
  text?: string;
  html?: string;
  attachments: Attachment[];
  /** The first header of this name, unfolded. */
  header(name: string): string | undefined;
}
export interface Correspondent {
  /** In lower case; empty where there is none. */
  address: string;
  name?: string;
}
export interface Attachment {
  name: string;
  type: string;
  bytes: Uint8Array;
  /** Shown within the text, such as a logo in a signature. */
  isInline: boolean;
}

const longestSubject = 1000;

/** @throws Error of the parser, for what is no letter at all */
export async function readLetter(source: Uint8Array): Promise<Letter> {
  const readable = inUtf8(source);
  const isReport = /^content-type:\s*multipart\/report/im.test(headOf(readable).toString("latin1"));
  const email = await PostalMime.parse(readable, { forceRfc822Attachments: isReport });
  const [inReplyTo] = idsIn(email.inReplyTo);
  const [messageId] = idsIn(email.messageId);
  const replyTo = correspondents(email.replyTo)[0];
  return {
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
    references: idsIn(email.references),
    from: correspondents(email.from && [email.from])[0] ?? { address: "" },
    ...(replyTo?.address && { replyTo }),
    to: correspondents([...(email.to ?? []), ...(email.cc ?? [])]),
    subject: email.subject?.trim().slice(0, longestSubject) ?? "",
    ...(email.text?.trim() && { text: email.text }),
    ...(email.html?.trim() && { html: email.html }),
    attachments: attachmentsOf(email),
    header: (name) => email.headers.find(({ key }) => key === name.toLowerCase())?.value,
  };
}

/** The ids in a header that lists them; some programs leave the brackets out. */
function idsIn(header: string | undefined): string[] {
  if (!header) return [];
  const bracketed = [...header.matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id ?? "");
  return bracketed.length > 0 ? bracketed : header.split(/\s+/).filter((word) => word.includes("@"));
}

const correspondents = (addresses: readonly Address[] | undefined): Correspondent[] =>
  (addresses ?? []).flatMap((address) =>
    (address.group ?? [address]).map((one) => {
      const name = one.name.trim();
      return { address: (one.address ?? "").trim().toLowerCase(), ...(name && { name }) };
    }),
  );

const attachmentsOf = (email: Email): Attachment[] =>
  email.attachments.map(({ filename, mimeType, disposition, related, content }) => ({
    name: filename ?? "",
    type: mimeType,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
    isInline: related === true || disposition === "inline",
  }));

const headOf = (source: Uint8Array): Buffer => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const end = bytes.indexOf("\r\n\r\n");
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/**
 * Headers must be ASCII or UTF-8 (RFC 6532); old Russian programs write them in windows-1251 without saying so, and what
 * is no UTF-8 is taken for that.
 */
function inUtf8(source: Uint8Array): Uint8Array {
  const head = headOf(source);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head);
    return source;
  } catch {
    const read = new TextDecoder("windows-1251").decode(head);
    return Buffer.concat([Buffer.from(read), Buffer.from(source).subarray(head.length)]);
  }
}
