// A question as the network keeps it. Answers to questions are public at once; nobody moderates them.
import { z } from "zod";
import { productOf, seller } from "./catalog.ts";
import { Answer, isEditable } from "./review.ts";

export const Question = z.object({
  id: z.string(),
  createdAt: z.coerce.date(),
  nmId: z.number(),
  text: z.string(),
  /** New, answered, or declined and therefore hidden from buyers. */
  state: z.enum(["suppliersPortalSynch", "wbRu", "none"]),
  wasViewed: z.boolean(),
  answer: Answer.nullable(),
});
export type Question = z.infer<typeof Question>;

/** True once the seller has dealt with the question, by an answer or by declining it. */
export const isHandled = (question: Question) => question.state !== "suppliersPortalSynch";

/** Questions carry UTC with nanoseconds: 2022-02-01T11:18:08.769513469Z. */
const nanoseconds = (at: Date) => at.toISOString().replace("Z", "000000Z");

/** The question as the API gives it; it never says who asked. */
export function wireQuestion(question: Question, now: Date) {
  const product = productOf(question.nmId);
  return {
    id: question.id,
    text: question.text,
    createdDate: nanoseconds(question.createdAt),
    state: question.state,
    answer: question.answer && {
      text: question.answer.text,
      editable: isEditable(question.answer, now),
      createDate: nanoseconds(question.answer.firstSentAt),
    },
    productDetails: {
      imtId: product.imtId,
      nmId: product.nmId,
      productName: product.name,
      supplierArticle: product.article,
      supplierName: seller.name,
      brandName: seller.brand,
    },
    wasViewed: question.wasViewed,
    isWarned: false,
  };
}
