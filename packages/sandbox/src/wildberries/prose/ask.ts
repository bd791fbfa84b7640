import type { Chance } from "../../chance.ts";
import { type Product, products } from "../catalog.ts";
import { aboutProduct } from "./about-products.ts";
import { anyProduct, greetings } from "./questions.ts";
import { isNew, type Said } from "./said.ts";
import { fill, uncapitalised } from "./template.ts";

export interface Asked {
  product: Product;
  text: string;
  /** What the demo seller would say to it. */
  answer: string;
}

/** A question nobody has asked before; `said` learns it. */
export function askQuestion(chance: Chance, said: Said): Asked {
  const product = chance.pick(products);
  for (let attempt = 0; ; attempt++) {
    // Once the single questions are used up, people ask several things at a time.
    const asks = drawn(product, chance, 1 + Math.floor(attempt / 8));
    const bare = asks.map(({ ask }, index) => (index === 0 ? ask : uncapitalised(ask))).join(" И ещё: ");
    if (!isNew(`${product.article} ${bare}`, said)) continue;
    const text = typed(bare, chance);
    if (!isNew(text, said)) continue;
    return { product, text, answer: `Здравствуйте! ${asks.map(({ answer }) => answer).join(". ")}.` };
  }
}

function drawn(product: Product, chance: Chance, count: number) {
  const own = aboutProduct(product.article).asks;
  const list = count > 1 ? [...own, ...anyProduct] : chance.likely(0.65) ? own : anyProduct;
  const subject = { noun: product.noun, author: "feminine" } as const;
  return chance.several(list, count).map(({ ask, answer }) => ({
    ask: fill(ask, subject),
    answer: fill(answer, subject),
  }));
}

function typed(question: string, chance: Chance): string {
  const greeting = chance.pick(greetings);
  const runsOn = /[,:] $/u.test(greeting);
  const joined = runsOn ? greeting + uncapitalised(question) : greeting + question;
  if (chance.likely(0.6)) return joined;
  const hurried = joined.replaceAll("ё", "е");
  return chance.likely(0.5) ? hurried : hurried.toLocaleLowerCase("ru").replace(/\?$/u, "");
}
