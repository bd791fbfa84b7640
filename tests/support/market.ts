import type { Connector } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { noon } from "./mentions.ts";

const said = (text: string) => ({ ru: text, en: text });
const inDays = (count: number) => new Date(noon.getTime() + count * 24 * 3600_000);

/** A market where a token opens two shops; "basic" is too weak, "wrong" is refused, "stranger" is another seller's. */
export const market: Connector<{ shop: string }> = {
  network: "market",
  title: "Market",
  about: { reads: said("reviews"), needs: said("a token") },
  account: {
    is: "token",
    fields: [
      { name: "token", title: said("Token"), secret: true },
      { name: "address", title: said("Address"), secret: false, optional: true },
    ],
    help: said("Make a token in your cabinet."),
  },
  settings: z.object({ shop: z.string() }),
  limits: { buckets: [] },
  every: 15,
  place: ({ shop }) => shop,
  async check({ credentials: { token } }) {
    if (token === "wrong") throw new NetworkFault("unauthorized", said("It is a token for advertising."));
    const isBasic = token === "basic";
    const warnings = isBasic ? [said("A basic token may ask 5 times an hour.")] : [];
    return {
      name: token === "stranger" ? "Market 78" : "Market 77",
      kind: said(isBasic ? "basic" : "personal"),
      warnings,
      expiresAt: inDays(180),
    };
  },
  async discover() {
    return [
      { title: "Soap", detail: "market.example/soap", is: "shop", settings: { shop: "soap" } },
      { title: "Tea", is: "shop", settings: { shop: "tea" }, warnings: [said("Read only.")] },
    ];
  },
  pull: async () => ({ found: [], unreadable: [], next: "", more: false }),
};
