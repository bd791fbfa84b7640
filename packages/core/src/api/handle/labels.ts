import { audit } from "../../audit/audit-store.ts";
import { getBrand } from "../../brand/brand-store.ts";
import { correctMention } from "../../conversation/correct-mention.ts";
import { readCorrected } from "../../conversation/corrected-mentions.ts";
import { partsLine, trainingHead, trainingLine } from "../../label/training-line.ts";
import { defaultRegulation } from "../../regulation/regulation.ts";
import { getSource } from "../../source/source-store.ts";
import { countedLabel } from "../../vocabulary/counted-label.ts";
import { getVocabulary } from "../../vocabulary/vocabulary-store.ts";
import type { Handlers } from "../context.ts";
import { showLabel } from "../show.ts";
import { noSuchMention, threadOr404 } from "./conversations.ts";

/** So many corrected mentions are read for one page. */
const mostRead = 200;

export const labels: Handlers<"PUT /api/mentions/:id/label" | "GET /api/labels"> = {
  async "PUT /api/mentions/:id/label"({ id, conversation, ...correction }, context) {
    const { table, ports, session } = context;
    const thread = await threadOr404(context, conversation);
    const { brandId, sourceId } = thread.conversation;
    const [brand, source, { vocabulary }] = await Promise.all([
      getBrand(table, brandId),
      getSource(table, sourceId),
      getVocabulary(table, brandId),
    ]);
    const isInIt = thread.mentions.some(({ mention }) => mention.id === id);
    const corrected =
      isInIt &&
      (await correctMention(
        table,
        { thread, id },
        {
          correction,
          corrector: { by: session.email, at: ports.now() },
          regulation: brand?.regulation ?? defaultRegulation,
          clockFrom: source?.connectedAt,
        },
      ));
    if (!corrected) throw noSuchMention();
    if (corrected.after !== corrected.before)
      await audit(
        table,
        { by: session.email, did: "corrected-label", conversationId: thread.conversation.id },
        ports,
      );
    return showLabel(countedLabel(corrected.after, vocabulary));
  },

  async "GET /api/labels"({ brand, parts, after }, { table }) {
    const lineOf = parts ? partsLine : trainingLine;
    const head = parts ? {} : { head: trainingHead };
    const lines: string[] = [];
    let read = 0;
    for await (const { id, corrected } of readCorrected(table, brand, after)) {
      const line = corrected && lineOf(corrected);
      if (line) lines.push(line);
      read += 1;
      if (read === mostRead) return { ...head, lines, next: id };
    }
    return { ...head, lines, next: null };
  },
};
