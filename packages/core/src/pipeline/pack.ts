import type { FoundMention } from "../mention/found.ts";
import { longestText } from "../mention/mention.ts";
import type { Ports } from "../ports.ts";

/** SQS bills by 64 kB; what is left of it holds the envelope. */
const fullMessage = 60_000;

export interface Packed {
  mention: FoundMention;
  wholeText?: string | undefined;
}

/** Puts a text that no row should hold into the blob store, under a name that its content gives. */
export async function cutLongText(
  ports: Pick<Ports, "blob">,
  { mention, blob }: { mention: FoundMention; blob: string },
): Promise<Packed> {
  if (mention.text.length <= longestText) return { mention };
  await ports.blob.put(blob, new TextEncoder().encode(mention.text));
  const text = mention.text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, "");
  return { mention: { ...mention, text }, wholeText: blob };
}

/** Groups of at most 60 kB each, in their order; one that is larger by itself goes alone. */
export function packs(all: readonly Packed[]): Packed[][] {
  const groups: Packed[][] = [];
  let size = fullMessage;
  for (const one of all) {
    const bytes = new TextEncoder().encode(JSON.stringify(one)).length + 1;
    if (size + bytes > fullMessage) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(one);
    size += bytes;
  }
  return groups;
}
