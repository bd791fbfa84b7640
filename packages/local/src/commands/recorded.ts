import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";

const types: Record<string, string> = {
  ".json": "application/json",
  ".html": "text/html",
  ".xml": "application/xml",
};

/**
 * A network that answers from files, one for each request: a whole response as `curl -i` saves it, or a body alone, which
 * becomes a 200.
 * @throws Refusal when a file cannot be read
 */
export async function replay(files: readonly string[]): Promise<Tools["http"]> {
  const responses = await Promise.all(
    files.map(async (file) => responseOf(await bytesOf(file), extname(file))),
  );
  return async (request) => {
    const next = responses.shift();
    if (next) return next;
    throw new Refusal("not-found", `No recorded response is left for ${request.method} ${request.url}`);
  };
}

function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Refusal("not-found", `The recorded response ${file} cannot be read (${cause.code}).`);
  });
}

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
