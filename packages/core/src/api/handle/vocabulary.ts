import type { Brand } from "../../brand/brand.ts";
import { getBrand } from "../../brand/brand-store.ts";
import { raiseBrandVersion } from "../../brand/brand-version.ts";
import { Refusal } from "../../errors.ts";
import { tradeTopics } from "../../label/topic.ts";
import { flawOf } from "../../vocabulary/flaw.ts";
import { proposedFrom, uncoveredMentions, uncoveredShare } from "../../vocabulary/uncovered.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { getVocabulary, type KeptVocabulary, saveVocabulary } from "../../vocabulary/vocabulary-store.ts";
import type { Context, Handlers } from "../context.ts";
import type { VocabularyView } from "../routes/vocabulary.ts";

/** @throws Refusal not-found */
async function brandOr404({ table }: Context, id: string): Promise<Brand> {
  const brand = await getBrand(table, id);
  if (brand) return brand;
  throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
}

/** @throws Refusal bad-input */
function refuseFlawed(vocabulary: Vocabulary): void {
  const flaw = flawOf(vocabulary);
  if (flaw) throw new Refusal("bad-input", { ...flaw });
}

const view = (kept: KeptVocabulary): VocabularyView => ({
  ...kept,
  trades: Object.fromEntries(
    Object.entries(tradeTopics).map(([trade, topics]) => [trade, [...topics]]),
  ) as VocabularyView["trades"],
});

export const vocabulary: Handlers<
  | "GET /api/vocabulary"
  | "PUT /api/vocabulary"
  | "GET /api/vocabulary/candidates"
  | "POST /api/vocabulary/trial"
> = {
  async "GET /api/vocabulary"({ brand }, context) {
    await brandOr404(context, brand);
    return view(await getVocabulary(context.table, brand));
  },

  async "PUT /api/vocabulary"({ brand, ...next }, context) {
    await brandOr404(context, brand);
    refuseFlawed(next.vocabulary);
    const saved = await saveVocabulary(context.table, brand, next);
    if (saved) {
      await raiseBrandVersion(context.table, brand);
      return view(saved);
    }
    throw new Refusal("conflict", {
      ru: "Темы и названия уже изменил кто-то другой. Обновите страницу и внесите свои правки заново.",
      en: "Someone else has changed the topics and names. Reload the page and make your changes again.",
    });
  },

  async "GET /api/vocabulary/candidates"({ brand }, context) {
    const { name } = await brandOr404(context, brand);
    const { table, ports } = context;
    const now = ports.now();
    const { vocabulary } = await getVocabulary(table, brand);
    const others = await uncoveredShare(table, brand, { vocabulary, now });
    if (others.share <= proposedFrom) return { ...others, candidates: [] };
    // The brand's own name is in many mentions and is no topic.
    const named = { ...vocabulary, products: [...vocabulary.products, { name, spellings: [] }] };
    const topics = await ports.topics();
    const candidates = topics.propose(await uncoveredMentions(table, brand, now), named);
    return { ...others, candidates };
  },

  async "POST /api/vocabulary/trial"({ brand, vocabulary, text }, context) {
    await brandOr404(context, brand);
    refuseFlawed(vocabulary);
    const topics = await context.ports.topics();
    return topics.find({ kind: "review", text }, vocabulary);
  },
};
