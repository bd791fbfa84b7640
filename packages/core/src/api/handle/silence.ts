import { getBrand } from "../../brand/brand-store.ts";
import { changeConversation, getConversation } from "../../conversation/conversation-store.ts";
import { Refusal } from "../../errors.ts";
import { moodOf } from "../../label/label.ts";
import { snippetOf } from "../../mention/mention.ts";
import { lastWeek, missRate, type SilenceAudit, weekOf, withVerdict } from "../../silence/silence.ts";
import { auditOf, changeAudit, listAudits } from "../../silence/silence-store.ts";
import { allOf } from "../../table-paging.ts";
import type { ScopedTable } from "../../table-scope.ts";
import { dayOf } from "../../trend/trend.ts";
import type { Handlers } from "../context.ts";
import type { SilenceAuditView, SilentView } from "../routes/silence.ts";

const mostWords = 600;
const mostPast = 12;

export const silence: Handlers<"GET /api/silence" | "PUT /api/silence/:id"> = {
  async "GET /api/silence"({ brand, week }, { table, ports }) {
    const last = lastWeek(dayOf(ports.now()));
    const wanted = week ? weekOf(week) : last;
    if (wanted > last)
      throw new Refusal("bad-input", {
        ru: "Эта неделя ещё не кончилась: выборка делается по целой неделе.",
        en: "That week is not over yet: the sample is drawn of a whole week.",
      });
    if (!(await getBrand(table, brand)))
      throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
    return show(table, brand, await auditOf(table, brand, wanted));
  },

  async "PUT /api/silence/:id"({ brand, week, id, verdict }, { table, ports, session }) {
    const change = (audit: SilenceAudit): SilenceAudit =>
      withVerdict(audit, { id, verdict, by: session.email, at: ports.now() });
    const audit = await changeAudit(table, brand, { week, change });
    if (!audit?.sample.some((one) => one.id === id))
      throw new Refusal("not-found", {
        ru: "Этого обращения нет в выборке недели.",
        en: "This mention is not in the sample of that week.",
      });
    if (verdict === "missed")
      await changeConversation(table, id, (conversation) =>
        conversation.status.is === "closed" ? { ...conversation, status: { is: "open" } } : null,
      );
    return show(table, brand, audit);
  },
};

async function show(table: ScopedTable, brandId: string, audit: SilenceAudit): Promise<SilenceAuditView> {
  const shown = await allOf(audit.sample, async (one): Promise<SilentView | null> => {
    const conversation = await getConversation(table, one.id);
    const { mention, label, network } = conversation ?? {};
    if (!mention || !label || !network || mention.removed) return null;
    return {
      id: one.id,
      silence: one.silence,
      ...(one.seen && { verdict: one.seen.verdict, by: one.seen.by }),
      network,
      kind: mention.kind,
      ...(mention.author.name && { author: mention.author.name }),
      ...(mention.rating && { rating: mention.rating }),
      mood: moodOf(label),
      language: label.language,
      words: snippetOf(mention, mostWords),
      postedAt: mention.postedAt.toISOString(),
    };
  });
  const past = (await listAudits(table, brandId)).filter(({ week }) => week < audit.week).reverse();
  return {
    week: audit.week,
    population: audit.population,
    sample: shown.filter((one) => one !== null),
    rate: missRate(audit),
    past: past.slice(0, mostPast).map((one) => ({ week: one.week, rate: missRate(one) })),
  };
}
