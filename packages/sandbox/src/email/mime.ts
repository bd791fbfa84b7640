// The little of MIME that a mail server's page and journal need: headers, and the text of a letter with one part.

export interface Headers {
  get(name: string): string | undefined;
}

/** Headers unfolded, by lower-case names; the first of each. */
export function headersOf(raw: string): Headers {
  const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const byName = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !byName.has(name)) byName.set(name, line.slice(colon + 1).trim());
  }
  return { get: (name) => byName.get(name) };
}

/** The text of a letter that has one part, decoded from UTF-8. */
export function textOf(raw: string): string {
  const headers = headersOf(raw);
  const at = raw.search(/\r?\n\r?\n/);
  const body = at < 0 ? "" : raw.slice(at).replace(/^\r?\n\r?\n/, "");
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  return Buffer.from(undone(body, encoding), "latin1").toString("utf8").replace(/\r\n/g, "\n").trimEnd();
}

function undone(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("latin1");
  if (encoding !== "quoted-printable") return body;
  return body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A header as a person reads it: its encoded words (RFC 2047) decoded, whatever their charset. */
export const readable = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, "$1$2")
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, kind: string, words: string) => {
      const encoding = kind.toLowerCase() === "b" ? "base64" : "quoted-printable";
      const bytes = Buffer.from(undone(words.replaceAll("_", " "), encoding), "latin1");
      return new TextDecoder(charset).decode(bytes);
    });

export const addressIn = (value: string | undefined): string =>
  (/<([^<>]*)>\s*$/.exec(value ?? "")?.[1] ?? value ?? "").trim().toLowerCase();

export const idIn = (value: string | undefined): string => (value ?? "").replace(/[<>\s]/g, "");
