// The simulated seller's shop: what its reviews and questions are, and what may be done to them. It speaks no
// HTTP; the API, the page and the backstage are three ways in.

import { chance } from "../chance.ts";
import type { JournalEntry, State } from "../state.ts";
import { fingerprint, type Said } from "./prose/said.ts";
import { isHandled, Question } from "./question.ts";
import { type Answer, answerState, isEditable, Review } from "./review.ts";
import { arrival, openingWorld, type Population, wordsOf } from "./world.ts";

export interface ShopSettings extends Population {
  /** How often, on average, somebody writes; 0 stops the stream. */
  arrivalEveryMs: number;
  /** How long an answer stays in moderation. */
  moderationMs: number;
}

export const demoShop: ShopSettings = {
  seed: "romashka",
  reviews: 340,
  questions: 44,
  arrivalEveryMs: 4 * 60_000,
  moderationMs: 3_000,
};

/** Where an answer was written; the journal tells them apart. */
export type Through = "api" | "cabinet";

export interface Shop {
  settings: ShopSettings;
  now(): Date;
  /** Lets in everybody who has written since the last call. */
  letIn(): void;
  /** Oldest first. */
  reviews(): Review[];
  review(id: string): Review | null;
  questions(): Question[];
  question(id: string): Question | null;
  addReviews(reviews: Review[]): void;
  /** False where nothing came of it: no such review, or an answer that may not be replaced. */
  answerReview(words: { id: string; text: string }, through: Through): boolean;
  editReviewAnswer(words: { id: string; text: string }): boolean;
  answerQuestion(words: QuestionWords, through: Through): "took" | "missing" | "refused";
  /** False where there is no such question. */
  markViewed(id: string, wasViewed: boolean): boolean;
  /** From now on moderation turns down every answer, or lets them pass again. */
  rejectAll(rejects: boolean): void;
  journal(): JournalEntry[];
}

export interface QuestionWords {
  id: string;
  text: string;
  state: "wbRu" | "none";
}

/** The longest stretch of missed time that is made up for, in arrivals: a demo reopened next week is no flood. */
const MOST_MISSED_ARRIVALS = 30;

/** Opens the shop in this memory, populating it on its very first opening. */
export function openShop(doors: { state: State; now(): Date; settings: ShopSettings }): Shop {
  const { state, now, settings } = doors;
  const reviews = state.shelf("reviews", Review);
  const questions = state.shelf("questions", Question);
  const keepReview = (review: Review) => reviews.put(review.id, review.createdAt, review);
  const keepQuestion = (question: Question) => questions.put(question.id, question.createdAt, question);
  const record = (entry: Omit<JournalEntry, "seq" | "at">) => state.record({ ...entry, at: now() });

  state.together(() => {
    if (state.fact("openedAt")) return;
    const world = openingWorld(settings, now());
    world.reviews.forEach(keepReview);
    world.questions.forEach(keepQuestion);
    state.remember("openedAt", now().toISOString());
    state.remember("lastArrivalAt", now().toISOString());
  });
  const said: Said = new Set(
    [...reviews.all().map(wordsOf), ...questions.all().map(({ text }) => text)].map(fingerprint),
  );

  /** Puts a new text under an answer, or returns null where the network would not have it. */
  const reworded = (answer: Answer | null, text: string): Answer | null =>
    answer && isEditable(answer, now()) ? { ...answer, text, sentAt: now(), edits: answer.edits + 1 } : null;
  const doom = () => (state.fact("rejectsAll") === "yes" ? { isDoomed: true } : {});
  const fresh = (text: string): Answer => ({ text, sentAt: now(), firstSentAt: now(), edits: 0, ...doom() });

  return {
    settings,
    now,
    letIn() {
      if (settings.arrivalEveryMs <= 0) return;
      const until = now().getTime();
      const earliest = until - MOST_MISSED_ARRIVALS * settings.arrivalEveryMs;
      let sequence = Number(state.fact("arrivals") ?? 0);
      let last = Math.max(Date.parse(state.fact("lastArrivalAt") ?? now().toISOString()), earliest);
      // Whole milliseconds, as they are remembered: otherwise looking often would move the next arrival.
      const due = () => {
        const luck = chance(`${settings.seed}/pause/${sequence}`);
        return last + Math.round(settings.arrivalEveryMs * (0.5 + luck.next()));
      };
      if (due() > until) return;
      state.together(() => {
        while (due() <= until) {
          last = due();
          const came = arrival({ seed: settings.seed, sequence, at: new Date(last), said });
          came.reviews.forEach(keepReview);
          came.questions.forEach(keepQuestion);
          sequence++;
        }
        state.remember("arrivals", String(sequence));
        state.remember("lastArrivalAt", new Date(last).toISOString());
      });
    },
    reviews: () => reviews.all(),
    review: (id) => reviews.get(id),
    questions: () => questions.all(),
    question: (id) => questions.get(id),
    addReviews: (added) => state.together(() => added.forEach(keepReview)),
    answerReview: ({ id, text }, through) =>
      state.together(() => {
        const review = reviews.get(id);
        const standing = review?.answer;
        const isOpen = !standing || answerState(standing, { now: now(), ...settings }) === "rejected";
        const took = review !== null && (isOpen || through === "cabinet");
        if (took) keepReview({ ...review, answer: fresh(text) });
        record({ kind: through === "api" ? "answer" : "cabinet", id, text, took });
        return took;
      }),
    editReviewAnswer: ({ id, text }) =>
      state.together(() => {
        const review = reviews.get(id);
        const answer = reworded(review?.answer ?? null, text);
        if (review && answer) keepReview({ ...review, answer });
        record({ kind: "edit", id, text, took: answer !== null });
        return answer !== null;
      }),
    answerQuestion: ({ id, text, state: wanted }, through) =>
      state.together(() => {
        const question = questions.get(id);
        if (!question) return "missing";
        const isFirst = !isHandled(question);
        const answer = isFirst || through === "cabinet" ? fresh(text) : reworded(question.answer, text);
        if (!answer) return "refused";
        keepQuestion({ ...question, answer, state: wanted, wasViewed: true });
        const kind = wanted === "none" ? "question-decline" : isFirst ? "question-answer" : "question-edit";
        record({ kind: through === "api" ? kind : "cabinet", id, text, took: true });
        return "took";
      }),
    markViewed: (id, wasViewed) =>
      state.together(() => {
        const question = questions.get(id);
        if (question) keepQuestion({ ...question, wasViewed });
        return question !== null;
      }),
    rejectAll: (rejects) => state.remember("rejectsAll", rejects ? "yes" : "no"),
    journal: () => state.journal(),
  };
}
