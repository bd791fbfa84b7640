import { headersOf } from "../mime.ts";
import type { Mail } from "../postbox.ts";
import { quoted, type Word } from "./words.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** One message as an untagged answer to FETCH, with what was asked for. */
export function fetched(mail: Mail, place: number, asked: readonly Word[], byUid: boolean): string {
  const names = asked.flat().map((word) => String(word));
  const parts = names.map((name) => partOf(mail, name)).filter((part) => part !== null);
  const has = names.some((name) => name.toUpperCase() === "UID");
  return `* ${place} FETCH (${[...(byUid && !has ? [`UID ${mail.uid}`] : []), ...parts].join(" ")})\r\n`;
}

function partOf(mail: Mail, asked: string): string | null {
  const name = asked.toUpperCase();
  if (name === "UID") return `UID ${mail.uid}`;
  if (name === "FLAGS") return `FLAGS (${mail.flags.join(" ")})`;
  if (name === "INTERNALDATE") return `INTERNALDATE "${internalDate(mail.at)}"`;
  if (name === "RFC822.SIZE") return `RFC822.SIZE ${mail.raw.length}`;
  if (name === "ENVELOPE") return `ENVELOPE ${envelopeOf(mail.raw)}`;
  const section = /^BODY(?:\.PEEK)?\[([A-Z]*)\](?:<(\d+)\.(\d+)>)?$/.exec(name);
  if (!section) return null;
  const [, part = "", from, length] = section;
  const whole = part === "HEADER" ? headOf(mail.raw) : mail.raw;
  const start = Number(from ?? 0);
  const bytes = from === undefined ? whole : whole.slice(start, start + Number(length));
  return `BODY[${part}]${from === undefined ? "" : `<${from}>`} {${bytes.length}}\r\n${bytes}`;
}

const headOf = (raw: string): string => {
  const end = raw.indexOf("\r\n\r\n");
  return end < 0 ? raw : raw.slice(0, end + 4);
};

/** As in "02-Nov-2026 09:05:00 +0000". */
export const internalDate = (at: Date): string =>
  `${String(at.getUTCDate()).padStart(2, "0")}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ` +
  `${at.toISOString().slice(11, 19)} +0000`;

/** RFC 3501 section 7.4.2; the sender stands for who it is from, and nobody in copy is told. */
function envelopeOf(raw: string): string {
  const headers = headersOf(raw);
  const text = (name: string) => stringOrNil(headers.get(name));
  const from = addressOf(headers.get("from"));
  return `(${[
    ...[text("date"), text("subject"), from, from, addressOf(headers.get("reply-to")) || from],
    ...[addressOf(headers.get("to")), "NIL", "NIL", text("in-reply-to"), text("message-id")],
  ].join(" ")})`;
}

function addressOf(value: string | undefined): string {
  const found = /^(?:(.*?)\s*<)?([^<>@\s]+)@([^<>@\s]+)>?$/.exec(value?.trim() ?? "");
  if (!found) return "NIL";
  const [, name, user = "", host = ""] = found;
  return `((${stringOrNil(name?.replaceAll('"', ""))} NIL ${quoted(user)} ${quoted(host)}))`;
}

const stringOrNil = (value: string | undefined): string => (value ? quoted(value) : "NIL");
