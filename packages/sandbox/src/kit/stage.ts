// What stands on a simulated network, and what may be done to it. It speaks no protocol: the network's API, its page
// and its backstage are three ways in. All of it is remembered, and moves with the clock that it is given.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Chance, chance } from "../chance.ts";
import type { JournalEntry, State } from "../state.ts";
import { fingerprint } from "../worlds/said.ts";
import type { Subject, Tone, Utterance } from "../worlds/utterance.ts";
import { arrival, subjects, type WorldKind, world } from "../worlds/world.ts";
import { bigText, type Misbehaviour } from "./misbehaviour.ts";
import {
  type Answer,
  asOf,
  elsewhereIn,
  type KeptAnswer,
  KeptPost,
  type Post,
  type Through,
  type Wording,
} from "./post.ts";
import { keptFrom, openingPosts } from "./settling.ts";

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

/** The longest stretch of missed time that is made up for, in arrivals: a demo reopened next week is no flood. */
const MOST_MISSED_ARRIVALS = 30;

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
  const shelf = state.shelf("posts", KeptPost);
  const all = subjects(settings.world, settings.tone);
  const bySubject = new Map(all.map((subject) => [subject.key, subject]));

  state.together(() => {
    if (state.fact("openedAt")) return;
    const opening = world(settings.world, { ...settings, count: settings.posts, now: now() });
    const { posts, born } = openingPosts(opening, settings);
    for (const post of posts) shelf.put(post.id, post.at, post);
    state.remember("born", String(born));
    for (const name of ["openedAt", "lastArrivalAt", "lookedAt"]) state.remember(name, now().toISOString());
  });

  // The shelf in memory: nobody else writes to it, and lists are read far more often than written.
  const kept = new Map(shelf.all().map((post) => [post.id, post]));
  const underAnswer = new Map<string, string>();
  const note = (post: KeptPost) => {
    kept.set(post.id, post);
    for (const { id } of post.answers) underAnswer.set(id, post.id);
  };
  for (const post of kept.values()) note(post);
  const keep = (post: KeptPost) => {
    shelf.put(post.id, post.at, post);
    note(post);
  };
  const said = new Set(
    [...kept.values()].flatMap((post) => [post, ...post.edits].map(({ text }) => fingerprint(text))),
  );
  const listeners: ((change: Change) => void)[] = [];
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };

  const seen = (post: KeptPost): Post => {
    const stands = asOf(post, { now: now(), moderationMs: settings.moderationMs });
    return faults?.orders().bigText.includes(post.id) ? { ...stands, text: bigText } : stands;
  };
  const find = (id: string): Post | null => {
    const post = kept.get(id);
    return post && post.at <= now() ? seen(post) : null;
  };
  const birth = (is: Birth["is"], about: string): string => {
    for (let n = Number(state.fact("born") ?? 0) + 1; ; n++) {
      const luck = chance(`${settings.seed}/id/${n}`);
      const id = settings.idOf?.({ luck, n, is, about }) ?? String(n);
      // A stage hand may have named one so already.
      if (kept.has(id) || underAnswer.has(id)) continue;
      state.remember("born", String(n));
      return id;
    }
  };
  const answerIn = (id: string, answerId: string): Answer | undefined =>
    find(id)?.answers.find((answer) => answer.id === answerId);
  const whyNot = (text: string): { why?: string } => {
    const why = state.fact("rejectsAll") === "yes" ? "ordered" : forbids(text);
    return why === null ? {} : { why };
  };
  const record: Stage["record"] = (entry) => state.record({ ...entry, at: now() });

  function arrive(until: number): KeptPost[] {
    const { arrivalEveryMs, seed } = settings;
    if (arrivalEveryMs <= 0) return [];
    let n = Number(state.fact("arrivals") ?? 0);
    let last = Math.max(
      Date.parse(state.fact("lastArrivalAt") ?? now().toISOString()),
      until - MOST_MISSED_ARRIVALS * arrivalEveryMs,
    );
    // Whole milliseconds, as they are remembered: otherwise looking often would move the next arrival.
    const due = () => last + Math.round(arrivalEveryMs * (0.5 + chance(`${seed}/pause/${n}`).next()));
    if (due() > until) return [];
    const came: KeptPost[] = [];
    for (; due() <= until; n++) {
      last = due();
      const utterance = arrival(settings.world, { ...settings, n, at: new Date(last), said });
      const id = birth("post", utterance.about);
      const post = keptFrom(utterance, { id, threadId: id, settings });
      keep(post);
      came.push(post);
    }
    state.remember("arrivals", String(n));
    state.remember("lastArrivalAt", new Date(last).toISOString());
    return came;
  }

  function letIn(): void {
    const until = now();
    const since = new Date(state.fact("lookedAt") ?? until);
    if (until <= since) return;
    const came = state.together(() => {
      state.remember("lookedAt", until.toISOString());
      return arrive(until.getTime());
    });
    for (const post of came) tell({ is: "added", at: post.at, post: seen(post) });
    const isDue = (at: Date | undefined) => at !== undefined && at > since && at <= until;
    for (const post of kept.values()) {
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

  const added = (post: NewPost): KeptPost => {
    const { answer, author, ...rest } = post;
    const about = post.about ?? all[0]?.key ?? "";
    const id = post.id ?? birth("post", about);
    const known = kept.get(id);
    const name = author?.name ?? "Покупатель";
    const parent = post.parentId === undefined ? undefined : kept.get(post.parentId);
    const at = post.at ?? known?.at ?? now();
    const base: KeptPost = {
      kind: settings.kinds?.[0] ?? (settings.tone === "review" ? "review" : "comment"),
      ...{ text: "", photos: 0, language: "ru", plot: "added", edits: [], answers: [], extra: {} },
      ...(settings.tone === "review" && { stars: 5 }),
      ...known,
      ...rest,
      ...{ id, at, about, threadId: post.threadId ?? parent?.threadId ?? known?.threadId ?? id },
      author: { key: author?.key ?? known?.author.key ?? `added-${randomUUID()}`, name },
    };
    if (!answer) return base;
    const given = {
      ...{ id: birth("answer", about), text: answer.text, at: now(), edits: 0 },
      ...{ through: "cabinet" as const, extra: {} },
    };
    return { ...base, answers: [...base.answers, given] };
  };

  return {
    settings,
    subjects: all,
    subject: (key) => bySubject.get(key) ?? { key, is: "product", name: key },
    now,
    letIn,
    onChange: (listener) => void listeners.push(listener),
    posts: (also) =>
      [...kept.values()]
        .filter(({ at }) => at <= now())
        .map(seen)
        .filter(({ removedAt }) => also?.removed || !removedAt)
        .sort((a, b) => a.at.getTime() - b.at.getTime() || byNumber.compare(a.id, b.id)),
    post: find,
    answered(answerId) {
      const post = find(underAnswer.get(answerId) ?? "");
      const answer = post?.answers.find(({ id }) => id === answerId);
      return post && answer ? { post, answer } : null;
    },
    add(wanted) {
      const posts = write(() =>
        wanted.map((one) => {
          const post = added(one);
          keep(post);
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
        const post = kept.get(id);
        const stands = find(id);
        if (!post || !stands || stands.removedAt) return null;
        const { text, title, pros, cons, stars } = { ...stands, ...wording };
        const past = post.edits.filter(({ at }) => at <= now());
        keep({ ...post, edits: [...past, { at: now(), text, title, pros, cons, stars }] });
        return post;
      });
      const post = before && find(id);
      if (post) tell({ is: "edited", at: now(), post });
      return post;
    },
    remove(id) {
      const isGone = write(() => {
        const post = kept.get(id);
        if (!post || find(id)?.removedAt !== undefined) return false;
        keep({ ...post, removedAt: now() });
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
        const post = kept.get(id);
        const took = post !== undefined && find(id) !== null && find(id)?.removedAt === undefined;
        record({ kind, id, text, took });
        if (!took) return null;
        const answerId = birth("answer", post.about);
        const fresh = { id: answerId, text, at: now(), edits: 0, through, ...whyNot(text), once, extra };
        keep({ ...post, answers: [...post.answers, fresh] });
        return answerIn(id, answerId) ?? null;
      });
      return told(given, id, "answered");
    },
    editAnswer(answerId, text, through) {
      const id = underAnswer.get(answerId) ?? "";
      const given = write(() => {
        const post = kept.get(id);
        const took = post !== undefined && answerIn(id, answerId) !== undefined;
        record({ kind: through === "api" ? "edit" : "cabinet", id: id || answerId, text, took });
        if (!took) return null;
        const reworded = ({ why: _, ...answer }: KeptAnswer): KeptAnswer =>
          answer.id === answerId
            ? { ...answer, text, edits: answer.edits + 1, editedAt: now(), ...whyNot(text) }
            : { ...answer, ...(_ !== undefined && { why: _ }) };
        keep({ ...post, answers: post.answers.map(reworded) });
        return answerIn(id, answerId) ?? null;
      });
      return told(given, id, "answer-edited");
    },
    removeAnswer(answerId, through) {
      const id = underAnswer.get(answerId) ?? "";
      const gone = write(() => {
        const post = kept.get(id);
        const standing = answerIn(id, answerId);
        const took = post !== undefined && standing !== undefined;
        record({ kind: through === "api" ? "remove" : "cabinet", id: id || answerId, text: "", took });
        if (!took) return null;
        const removed = (answer: (typeof post.answers)[number]) =>
          answer.id === answerId ? { ...answer, removedAt: now() } : answer;
        keep({ ...post, answers: post.answers.map(removed) });
        return standing;
      });
      return told(gone, id, "answer-removed") !== null;
    },
    rejectAll: (rejects) => state.remember("rejectsAll", rejects ? "yes" : "no"),
    mark(id, extra) {
      write(() => {
        const post = kept.get(id);
        if (post) keep({ ...post, extra: { ...post.extra, ...extra } });
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
