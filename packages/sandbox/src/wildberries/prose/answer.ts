import type { Chance } from "../../chance.ts";
import type { Product } from "../catalog.ts";
import { bodies, farewells, greetings } from "./answers.ts";
import type { Plot } from "./compose.ts";
import { fill } from "./template.ts";

const bodyOf: Partial<Record<Plot, keyof typeof bodies>> = {
  praise: "thanks",
  brief: "brief",
  mixed: "reserved",
  lukewarm: "reserved",
  leak: "damaged",
  incident: "damaged",
  expiry: "defective",
  wrong: "defective",
  fake: "doubted",
  price: "priced",
  rash: "reaction",
  delivery: "late",
};

/** What the demo seller wrote back: by the plot, or by the stars where the plot says nothing. */
export function sellerAnswer(of: {
  plot: Plot;
  stars: number;
  name: string;
  product: Product;
  chance: Chance;
}): string {
  const { plot, stars, name, product, chance } = of;
  const body = chance.pick(bodies[bodyOf[plot] ?? (stars >= 4 ? "brief" : "disappointed")]);
  const greeting = chance.pick(greetings).replace("{name}", name);
  const spoken = fill(body, { noun: product.noun, author: "feminine" });
  return [greeting, `${spoken}.`, chance.pick(farewells)].filter(Boolean).join(" ");
}
