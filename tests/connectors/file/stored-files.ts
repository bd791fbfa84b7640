import { file } from "@otklik/connectors/file/index";
import type { FileSettings } from "@otklik/connectors/file/settings";
import type { Feed, Page, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { testTools } from "../../support/tools.ts";

export const importedAt = new Date("2025-03-01T12:00:00Z");

/** Tools that know these blobs and nothing else; the bytes come in pieces of `pieceBytes`. */
export function toolsWith(blobs: Record<string, string | Uint8Array>, pieceBytes = 65_536): Tools {
  return testTools({
    now: () => importedAt,
    async file(blob) {
      const stored = blobs[blob];
      if (stored === undefined) throw new Refusal("not-found", "There is no such file.");
      return inPieces(typeof stored === "string" ? new TextEncoder().encode(stored) : stored, pieceBytes);
    },
  });
}

function inPieces(bytes: Uint8Array, pieceBytes: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
}

export async function recogniseFile(stored: string | Uint8Array, settings?: Partial<FileSettings>) {
  const recognised = await file.recognise?.(
    { file: { blob: "blob", name: "reviews" }, settings },
    toolsWith({ blob: stored }),
  );
  if (!recognised) throw new Error("The file was not recognised.");
  return recognised;
}

export const feedOf = (settings: FileSettings): Feed<FileSettings> => ({
  sourceId: "source",
  settings,
  account: null,
  inboxFrom: new Date(0),
});

/** All pages of a file, pulled one after another. */
export async function pullPages(settings: FileSettings, tools: Tools): Promise<Page[]> {
  const pages: Page[] = [];
  let more = true;
  while (more) {
    const page = await file.pull?.(feedOf(settings), pages.at(-1)?.next ?? null, tools);
    if (!page) throw new Error("The file connector cannot pull.");
    pages.push(page);
    more = page.more;
  }
  return pages;
}

/** What a file brings when it is imported just as it was recognised. */
export async function importFile(stored: string | Uint8Array, settings?: Partial<FileSettings>) {
  const recognised = await recogniseFile(stored, settings);
  const pages = await pullPages(recognised.settings, toolsWith({ blob: stored }));
  return {
    found: pages.flatMap(({ found }) => found),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
    pages,
    settings: recognised.settings,
  };
}
