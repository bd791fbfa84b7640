import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Mailbox, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";

const types: Record<string, string> = {
  ".json": "application/json",
  ".html": "text/html",
  ".xml": "application/xml",
};
/** What a folder may hold of saved responses; anything else in it is passed over. */
const endings = [...Object.keys(types), ".http", ".eml"];
/** A connector that asks for more than that of a few files goes in circles. */
const mostAnswers = 200;

/** A response as it was saved: whole, as `curl -i` does, or its body alone, which becomes a 200. */
export interface Recorded {
  file: string;
  bytes: Buffer;
}

/** The files of a folder, and of those in it, each to be tried by itself. */
export async function recordedIn(path: string): Promise<Recorded[] | null> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  const names = (await readdir(path, { recursive: true })).filter((name) => endings.includes(extname(name)));
  return Promise.all(names.sort().map((name) => recordedAt(join(path, name))));
}

/** @throws Refusal when it cannot be read */
export async function recordedAt(file: string): Promise<Recorded> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Refusal("not-found", `The recorded response ${file} cannot be read (${cause.code}).`);
  });
  return { file, bytes };
}

export interface Replay {
  http: Tools["http"];
  /** How many answers were given. */
  at(): number;
  /** Gives them again from there on. */
  backTo(at: number): void;
}

const token = { access_token: "1", token_type: "Bearer", expires_in: 3600 };

/** A request of RFC 6749, whose answer is nobody's saved response. */
const asksForToken = async (request: Request): Promise<boolean> =>
  request.method === "POST" && /(^|&)grant_type=/.test(await request.clone().text());

/** A network that answers with these, in their order, and with the last of them again and again, whatever it is asked. */
export function replay(recorded: readonly Recorded[]): Replay {
  let given = 0;
  let asked = 0;
  return {
    async http(request) {
      if (await asksForToken(request)) return Response.json(token);
      const next = recorded[Math.min(given, recorded.length - 1)];
      if (!next || asked++ >= mostAnswers)
        throw new Refusal("not-found", `No recorded response is left for ${request.method} ${request.url}`);
      given++;
      return responseOf(next.bytes, extname(next.file));
    },
    at: () => given,
    backTo: (at) => {
      given = at;
    },
  };
}

/**
 * The same as if none of its lists held anything, for a request that wants another list than the one that was saved: its
 * lists are empty, and so are those that the request's path names.
 */
export function emptied(whole: Replay): Tools["http"] {
  return async (request) => {
    const response = await whole.http(request);
    const { status, headers } = response;
    const text = await response.text();
    const names = new URL(request.url).pathname.split(/[/.]/).filter(Boolean);
    return new Response(withoutEntries(text, names), { status, headers });
  };
}

function withoutEntries(text: string, names: readonly string[]): string {
  const empty = (value: unknown): unknown => {
    if (Array.isArray(value)) return [];
    if (typeof value !== "object" || value === null) return value;
    const fields = Object.entries(value).map(([name, one]): [string, unknown] => [name, empty(one)]);
    const holdsList = Object.values(value).some(Array.isArray);
    const wanted = holdsList ? names.map((name): [string, unknown] => [name, []]) : [];
    return Object.fromEntries([...wanted, ...fields]);
  };
  try {
    return JSON.stringify(empty(JSON.parse(text)));
  } catch {
    return text;
  }
}

/** A mailbox whose only folder holds these messages. */
export const recordedMailbox = (recorded: readonly Recorded[], now: Date): Mailbox => ({
  folders: async () => [{ path: "INBOX", use: "inbox" }],
  open: async () => ({ validity: "1", nextUid: recorded.length + 1, count: recorded.length }),
  uids: async (search) => {
    const all = recorded.map((_, at) => at + 1);
    return "fromUid" in search ? all.filter((uid) => uid >= search.fromUid) : all;
  },
  read: async (uids, maxBytes) =>
    uids.flatMap((uid) => {
      const { bytes } = recorded[uid - 1] ?? {};
      const source = bytes && new Uint8Array(bytes.subarray(0, maxBytes));
      return source ? [{ uid, receivedAt: now, source, cut: bytes.length > maxBytes }] : [];
    }),
  find: async () => [],
  append: async () => undefined,
  unflag: async () => undefined,
  remove: async () => undefined,
  checkSending: async () => undefined,
  send: () => Promise.reject(new Refusal("conflict", "Nothing is sent from recorded mail.")),
  close: async () => undefined,
});

function responseOf(bytes: Buffer, ending: string): Response {
  const { head, body } = split(bytes);
  if (!head) {
    const headers = { "content-type": types[ending.toLowerCase()] ?? "application/octet-stream" };
    return new Response(new Uint8Array(body), { headers });
  }
  const headers = new Headers();
  for (const line of head.lines) {
    const [name, value] = line.split(/:(.*)/s);
    // What is saved is unpacked and whole, whatever went over the wire.
    if (name && value && !/^(content-encoding|transfer-encoding|content-length)$/i.test(name))
      headers.append(name, value.trim());
  }
  const { status } = head;
  return new Response([204, 205, 304].includes(status) ? null : new Uint8Array(body), { status, headers });
}

interface Head {
  status: number;
  lines: string[];
}

/** The last head and what follows it: before it curl saves those of proxies, of redirects and of "100 Continue". */
function split(bytes: Buffer): { head: Head | null; body: Buffer } {
  let head: Head | null = null;
  let body = bytes;
  for (;;) {
    const found = /^HTTP\/[\d.]+ (\d{3})[^\r\n]*\r?\n((?:[^\r\n]+\r?\n)*)\r?\n/.exec(body.toString("latin1"));
    if (!found) return { head, body };
    head = { status: Number(found[1]), lines: (found[2] ?? "").split(/\r?\n/) };
    body = body.subarray(found[0].length);
  }
}
