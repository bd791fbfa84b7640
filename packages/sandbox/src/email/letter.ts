// Letters as programs write them: the same words in the forms of several makers, and in the charsets of several times.
import { chance } from "../chance.ts";
import { resident } from "./door.ts";

export interface Draft {
  /** Without angle brackets; null for a program that gives none. */
  id: string | null;
  at: Date;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  answers?: { id: string; references: readonly string[]; quoted: { name: string; at: Date; text: string } };
  /** Further headers, as they are. */
  headers?: readonly string[];
  html?: string;
}

type Charset = "utf-8" | "windows-1251" | "koi8-r";

/** The letter's bytes as latin1 letters. Its maker's habits follow from its sender. */
export function written(draft: Draft): string {
  const luck = chance(`letter/${draft.from.address}`);
  const isOurs = draft.from.address === resident.address;
  const client = isOurs ? "webmail" : luck.pick(["gmail", "yandex", "mailru", "iphone", "outlook"] as const);
  const charset: Charset =
    !isOurs && luck.likely(0.12) ? luck.pick(["windows-1251", "koi8-r"] as const) : "utf-8";
  const text = `${draft.text}${signature(client)}${quote(client, draft)}`;
  const { id, answers, at, html } = draft;
  const head = [
    ...(isOurs ? [] : [`Return-Path: <${draft.from.address}>`]),
    `Date: ${dateHeader(at)}`,
    `From: ${mailbox(draft.from, charset)}`,
    `To: ${mailbox(draft.to, "utf-8")}`,
    `Subject: ${encoded(draft.subject, charset)}`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...(answers
      ? [
          `In-Reply-To: <${answers.id}>`,
          `References: ${answers.references.map((one) => `<${one}>`).join("\r\n ")}`,
        ]
      : []),
    ...(draft.headers ?? []),
    "MIME-Version: 1.0",
  ];
  const plain = part("text/plain", text, charset);
  if (html === undefined) return [...head, plain].join("\r\n");
  const mark = `part-${luck.int(100000, 999999)}`;
  return [
    ...head,
    `Content-Type: multipart/alternative; boundary="${mark}"`,
    "",
    `--${mark}`,
    plain,
    `--${mark}`,
    part("text/html", html, "utf-8"),
    `--${mark}--`,
    "",
  ].join("\r\n");
}

const part = (type: string, text: string, charset: Charset): string =>
  [
    `Content-Type: ${type}; charset=${charset}`,
    "Content-Transfer-Encoding: base64",
    "",
    bytesIn(text.replaceAll("\n", "\r\n"), charset).toString("base64").replace(/.{76}/g, "$&\r\n"),
    "",
  ].join("\r\n");

const signature = (client: string): string =>
  client === "iphone"
    ? "\n\nОтправлено с iPhone"
    : client === "mailru"
      ? "\n\n--\nОтправлено из Почты Mail"
      : "";

function quote(client: string, { answers, to }: Draft): string {
  if (!answers) return "";
  const { name, at, text } = answers.quoted;
  const day = new Intl.DateTimeFormat("ru", { dateStyle: "long", timeZone: "UTC" }).format(at);
  const hour = at.toISOString().slice(11, 16);
  const lines = text.replace(/^/gm, "> ");
  const introduction: Record<string, string> = {
    gmail: `${day} в ${hour}, ${name} <${to.address}>:`,
    yandex: `${at.toISOString().slice(0, 10).split("-").reverse().join(".")}, ${hour}, "${name}" <${to.address}>:`,
    mailru: `${day}, ${hour} +00:00 от ${name} <${to.address}>:`,
    iphone: `${day}, в ${hour}, ${name} <${to.address}> написал(а):`,
    webmail: `${day}, ${hour}, ${name} пишет:`,
  };
  if (client !== "outlook") return `\n\n${introduction[client]}\n${lines}`;
  return `\n\n-----Исходное сообщение-----\nОт: ${name} [mailto:${to.address}]\nОтправлено: ${day} ${hour}\nКому: ${to.name}\nТема: письмо\n\n${text}`;
}

const mailbox = ({ name, address }: Draft["from"], charset: Charset): string =>
  `${encoded(name, charset)} <${address}>`;

/** An encoded word (RFC 2047) for each run of letters that fits in one. */
function encoded(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces = text.match(/.{1,14}/gsu) ?? [];
  return pieces
    .map((piece) => `=?${charset}?B?${bytesIn(piece, charset).toString("base64")}?=`)
    .join("\r\n ");
}

const tables = new Map<Charset, Map<string, number>>();

/** Node writes UTF-8 only; of the others it reads, so a table is made by reading each byte. */
function bytesIn(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text);
  let table = tables.get(charset);
  if (!table) {
    const decoder = new TextDecoder(charset);
    table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
    tables.set(charset, table);
  }
  const known = table;
  return Buffer.from([...text].map((letter) => known.get(letter) ?? 0x3f));
}

const dateHeader = (at: Date): string => at.toUTCString().replace("GMT", "+0000");
