import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { masked } from "@otklik/core/label/mask";

/**
 * A mention as it may leave for a provider: without the customer's phone, address, handle or card. Links stay, since spam
 * is told by them.
 */
export function withoutContacts(mention: Labelled, label: Label | null): Labelled {
  const contacts = label?.contacts.filter(({ is }) => is !== "link") ?? [];
  if (contacts.length === 0) return mention;
  const { title, text, pros, cons } = mention;
  return {
    ...mention,
    text: masked(text, "text", contacts),
    ...(title !== undefined && { title: masked(title, "title", contacts) }),
    ...(pros !== undefined && { pros: masked(pros, "pros", contacts) }),
    ...(cons !== undefined && { cons: masked(cons, "cons", contacts) }),
  };
}
