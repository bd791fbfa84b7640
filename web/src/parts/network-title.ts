import type { Words } from "@otklik/words";

/** A network as people write it: its own name, or the word for it in the person's language. */
export function networkTitle(network: string, title: string, { labels }: Words): string {
  const known: Readonly<Record<string, string>> = labels.network;
  return known[network] ?? title;
}
