import { SaxesParser } from "saxes";
import { damaged } from "./zip.ts";

export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const longestText = 20_000_000; // characters without any tag: no cell is so long

/**
 * Feeds XML to the handlers, which get names without prefixes. Yields after each piece, so that what the handlers
 * gathered can be handed on before more is read.
 * @throws Refusal "unreadable" when it is not well-formed
 */
export async function* xmlPieces(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void, void, undefined> {
  let sinceTag = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    handlers.open?.(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => handlers.close?.(local(name)));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));

  const write = (text: string) => {
    try {
      parser.write(text);
    } catch (cause) {
      throw damaged(cause);
    }
  };
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    sinceTag += piece.length;
    if (sinceTag > longestText) throw damaged(new Error("a cell without an end"));
    write(decoder.decode(piece, { stream: true }));
    yield;
  }
  write(decoder.decode());
  if (!parser.closed) close(parser);
  yield;
}

/** Reads XML to its end. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const pieces = xmlPieces(bytes, handlers);
  while (!(await pieces.next()).done);
}

function close(parser: SaxesParser): void {
  try {
    parser.close();
  } catch (cause) {
    throw damaged(cause);
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
