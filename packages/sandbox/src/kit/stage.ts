// What stands on a simulated network, and what may be done to it. It speaks no protocol: the network's API, its page
// and its backstage are three ways in. All of it is remembered, and moves with the clock that it is given.
import type { z } from "zod";
import type { Chance } from "../chance.ts";
import type { JournalEntry, State } from "../state.ts";
import type { Subject, Tone, Utterance } from "../worlds/utterance.ts";
import { subjects, type WorldKind } from "../worlds/world.ts";
import { openMemory } from "./memory.ts";
import { bigText, type Misbehaviour } from "./misbehaviour.ts";
import {
  type Answer,
  asOf,
  elsewhereIn,
  type KeptAnswer,
  type KeptPost,
  type Post,
  type Through,
  type Wording,
} from "./post.ts";
import { addedPost } from "./settling.ts";

type Json = z.infer<ReturnType<typeof z.json>>;

/** What a new id may be made from. */
export interface Birth {
  luck: Chance;
  /** Its number on this network, posts and answers together, in the order of their times. */
  n: number;
  is: "post" | "answer";
  about: string;
}

export interface StageSettings {
  world: WorldKind;
  tone: Tone;
  /** Those that the network has. Default: all that the tone brings. */
  kinds?: readonly Utterance["kind"][];
  /** False: this network has no stars without words. */
  silent?: boolean;
  /** Keys of the only subjects that the network has, such as one of two apps. Default: all. */
  about?: readonly string[];
  seed: string;
  /** How many there are at the opening; 0 leaves the stage empty. */
  posts: number;
  /** How often, on average, somebody writes; 0 stops the stream. */
  arrivalEveryMs: number;
  /** How long an answer is looked at before others see it; 0 where nobody looks. */
  moderationMs: number;
  /** Why an answer will be turned down; null lets it pass. Default: links, addresses and phones are. */
  forbids?(text: string): string | null;
  /** An id in the network's form. Default: a plain number. */
  idOf?(birth: Birth): string;
  /** What only this network has of a post. */
  extraOf?(utterance: Utterance, luck: Chance): Record<string, Json>;
}

/** Something that happened, for pushes. */
export interface Change {
  is: "added" | "edited" | "removed" | "answered" | "answer-edited" | "answer-removed";
  at: Date;
  post: Post;
  answer?: Answer;
}

/** A post to add; what is left out is the world's own, said now. */
export type NewPost = Partial<Omit<KeptPost, "answers" | "edits" | "author">> & {
  author?: { key?: string | undefined; name: string };
  /** An answer that the owner gave in the cabinet. */
  answer?: { text: string };
};

export interface Written {
  /** Of the post. */
  id: string;
  text: string;
  through: Through;
  /** The sender's key: with the same one nothing more is published, and the first answer is given again. */
  once?: string;
  extra?: Record<string, Json>;
}

export interface Stage {
  settings: StageSettings;
  subjects: readonly Subject[];
  subject(key: string): Subject;
  now(): Date;
  /** Lets in everybody who has written since the last look, and tells listeners whatever has happened. */
  letIn(): void;
  onChange(listener: (change: Change) => void): void;
  /** Oldest first. Those taken away are left out unless asked for. */
  posts(also?: { removed: boolean }): Post[];
  /** Also one that was taken away: then `removedAt` is set. */
  post(id: string): Post | null;
  /** The answer, which stands, and the post it stands under. */
  answered(answerId: string): { post: Post; answer: Answer } | null;
  /** A post with an id that is there already takes its place. */
  add(posts: readonly NewPost[]): Post[];
  edit(id: string, wording: Partial<Wording>): Post | null;
  remove(id: string): Post | null;
  /** Publishes one more answer. null: no such post. The network decides beforehand whether one more may be. */
  answer(written: Written): Answer | null;
  editAnswer(answerId: string, text: string, through: Through): Answer | null;
  removeAnswer(answerId: string, through: Through): boolean;
  /** From now on moderation turns down every answer, or lets them pass again. */
  rejectAll(rejects: boolean): void;
  /** What only this network keeps of a post, such as that it was looked at. */
  mark(id: string, extra: Record<string, Json>): Post | null;
  /** Bears witness to a write that the network took without effect. */
  record(entry: Omit<JournalEntry, "seq" | "at">): void;
  journal(): JournalEntry[];
}

/** Of two that were said in the same instant, the one with the lower number is the elder. */
const byNumber = new Intl.Collator("en", { numeric: true });

/** Opens the stage in this memory, populating it on its very first opening. */
export function openStage(doors: {
  state: State;
  now(): Date;
  settings: StageSettings;
  faults?: Misbehaviour;
}): Stage {
  const { state, now, settings, faults } = doors;
  const { forbids = elsewhereIn } = settings;
  const memory = openMemory({ state, now, settings });
  const all = subjects(settings.world, settings.tone).filter(
    ({ key }) => settings.about?.includes(key) ?? true,
  );
  const bySubject = new Map(all.map((subject) => [subject.key, subject]));

  const listeners: ((change: Change) => void)[] = [];
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };

  const seen = (post: KeptPost): Post => {
    const stands = asOf(post, { now: now(), moderationMs: settings.moderationMs });
    return faults?.orders().bigText.includes(post.id) ? { ...stands, text: bigText } : stands;
  };
  const find = (id: string): Post | null => {
    const post = memory.get(id);
    return post && post.at <= now() ? seen(post) : null;
  };
  const answerIn = (id: string, answerId: string): Answer | undefined =>
    find(id)?.answers.find((answer) => answer.id === answerId);
  const whyNot = (text: string): { why?: string } => {
    const why = state.fact("rejectsAll") === "yes" ? "ordered" : forbids(text);
    return why === null ? {} : { why };
  };
  const record: Stage["record"] = (entry) => state.record({ ...entry, at: now() });

  function letIn(): void {
    const until = now();
    const since = new Date(state.fact("lookedAt") ?? until);
    if (until <= since) return;
    const came = state.together(() => {
      state.remember("lookedAt", until.toISOString());
      return memory.arrive(until);
    });
    for (const post of came) tell({ is: "added", at: post.at, post: seen(post) });
    const isDue = (at: Date | undefined) => at !== undefined && at > since && at <= until;
    for (const post of memory.all()) {
      const edit = post.edits.findLast(({ at }) => isDue(at));
      if (isDue(post.removedAt)) tell({ is: "removed", at: post.removedAt ?? until, post: seen(post) });
      else if (edit) tell({ is: "edited", at: edit.at, post: seen(post) });
    }
  }

  /** All writes look first: what was due before them has then been told. */
  const write = <T>(work: () => T): T => {
    letIn();
    return state.together(work);
  };

  return {
    settings,
    subjects: all,
    subject: (key) => bySubject.get(key) ?? { key, is: "product", name: key },
    now,
    letIn,
    onChange: (listener) => void listeners.push(listener),
    posts: (also) =>
      [...memory.all()]
        .filter(({ at }) => at <= now())
        .map(seen)
        .filter(({ removedAt }) => also?.removed || !removedAt)
        .sort((a, b) => a.at.getTime() - b.at.getTime() || byNumber.compare(a.id, b.id)),
    post: find,
    answered(answerId) {
      const post = find(memory.under(answerId) ?? "");
      const answer = post?.answers.find(({ id }) => id === answerId);
      return post && answer ? { post, answer } : null;
    },
    add(wanted) {
      const posts = write(() =>
        wanted.map((one) => {
          const post = addedPost(one, { memory, settings, subjects: all, now: now() });
          memory.keep(post);
          return post;
        }),
      );
      return posts.map((post) => {
        const now = seen(post);
        tell({ is: "added", at: now.at, post: now });
        return now;
      });
    },
    edit(id, wording) {
      const before = write(() => {
        const post = memory.get(id);
        const stands = find(id);
        if (!post || !stands || stands.removedAt) return null;
        const { text, title, pros, cons, stars } = { ...stands, ...wording };
        const past = post.edits.filter(({ at }) => at <= now());
        memory.keep({ ...post, edits: [...past, { at: now(), text, title, pros, cons, stars }] });
        return post;
      });
      const post = before && find(id);
      if (post) tell({ is: "edited", at: now(), post });
      return post;
    },
    remove(id) {
      const isGone = write(() => {
        const post = memory.get(id);
        if (!post || find(id)?.removedAt !== undefined) return false;
        memory.keep({ ...post, removedAt: now() });
        return true;
      });
      const post = isGone ? find(id) : null;
      if (post) tell({ is: "removed", at: now(), post });
      return post;
    },
    answer({ id, text, through, once, extra = {} }) {
      const kind = through === "api" ? "answer" : "cabinet";
      const standing = once === undefined ? undefined : find(id)?.answers.find((one) => one.once === once);
      if (standing) {
        record({ kind, id, text, took: false });
        return standing;
      }
      const given = write(() => {
        const post = memory.get(id);
        const took = post !== undefined && find(id) !== null && find(id)?.removedAt === undefined;
        record({ kind, id, text, took });
        if (!took) return null;
        const answerId = memory.birth("answer", post.about);
        const fresh = { id: answerId, text, at: now(), edits: 0, through, ...whyNot(text), once, extra };
        memory.keep({ ...post, answers: [...post.answers, fresh] });
        return answerIn(id, answerId) ?? null;
      });
      return told(given, id, "answered");
    },
    editAnswer(answerId, text, through) {
      const id = memory.under(answerId) ?? "";
      const given = write(() => {
        const post = memory.get(id);
        const took = post !== undefined && answerIn(id, answerId) !== undefined;
        record({ kind: through === "api" ? "edit" : "cabinet", id: id || answerId, text, took });
        if (!took) return null;
        const reworded = ({ why: _, ...answer }: KeptAnswer): KeptAnswer =>
          answer.id === answerId
            ? { ...answer, text, edits: answer.edits + 1, editedAt: now(), ...whyNot(text) }
            : { ...answer, ...(_ !== undefined && { why: _ }) };
        memory.keep({ ...post, answers: post.answers.map(reworded) });
        return answerIn(id, answerId) ?? null;
      });
      return told(given, id, "answer-edited");
    },
    removeAnswer(answerId, through) {
      const id = memory.under(answerId) ?? "";
      const gone = write(() => {
        const post = memory.get(id);
        const standing = answerIn(id, answerId);
        const took = post !== undefined && standing !== undefined;
        record({ kind: through === "api" ? "remove" : "cabinet", id: id || answerId, text: "", took });
        if (!took) return null;
        const removed = (answer: (typeof post.answers)[number]) =>
          answer.id === answerId ? { ...answer, removedAt: now() } : answer;
        memory.keep({ ...post, answers: post.answers.map(removed) });
        return standing;
      });
      return told(gone, id, "answer-removed") !== null;
    },
    rejectAll: (rejects) => state.remember("rejectsAll", rejects ? "yes" : "no"),
    mark(id, extra) {
      write(() => {
        const post = memory.get(id);
        if (post) memory.keep({ ...post, extra: { ...post.extra, ...extra } });
      });
      return find(id);
    },
    record,
    journal: () => state.journal(),
  };

  function told(answer: Answer | null, id: string, is: Change["is"]): Answer | null {
    const post = find(id);
    if (answer && post) tell({ is, at: now(), post, answer });
    return answer;
  }
}
