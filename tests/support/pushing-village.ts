import type { Connector, PlacedMention, Received } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { FoundMention } from "@otklik/core/mention/found";
import { Receipt } from "@otklik/core/reply/receipt";
import { z } from "zod";
import { type SharedVillage, sharedVillage } from "./shared-village.ts";

const Push = z.object({
  found: z.array(FoundMention.extend({ place: z.string().optional() })).default([]),
  receipts: z.array(z.object({ threadId: z.string(), reply: z.string(), receipt: Receipt })).default([]),
  pull: z.array(z.string()).default([]),
});
export type Push = Partial<Omit<z.input<typeof Push>, "found">> & { found?: PlacedMention[] };

/** A village that also pushes: its sign is the shared secret in a header, and its thanks are the word "heard". */
export function pushingVillage(): SharedVillage & { heard: string[]; listened: string[] } {
  const more = { heard: [] as string[], listened: [] as string[] };
  const there = Object.assign(sharedVillage(), more);
  const connector: Connector = {
    ...there.connector,
    account: { is: "token", fields: [], help: { ru: "никак", en: "not at all" } },
    async listen({ url }) {
      there.listened.push(url);
    },
    async receive(request, hook): Promise<Received> {
      if (request.headers.get("x-village") !== hook.secret)
        throw new Refusal("forbidden", { ru: "Подпись не та.", en: "Wrong signature." });
      const text = await request.text();
      there.heard.push(text);
      const { found, receipts, pull } = Push.parse(JSON.parse(text));
      const answer = { status: 200, body: "heard", headers: { "content-type": "text/plain" } };
      return { answer, found, unreadable: [], receipts, pull };
    },
  };
  there.connector = connector;
  return there;
}
