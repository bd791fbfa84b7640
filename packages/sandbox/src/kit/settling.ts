// How the people of a world come to stand on a stage: with ids in the network's form, numbered in the order of time.
import { randomUUID } from "node:crypto";
import { chance } from "../chance.ts";
import type { Subject, Utterance } from "../worlds/utterance.ts";
import type { Memory } from "./memory.ts";
import type { KeptAnswer, KeptPost } from "./post.ts";
import type { Birth, NewPost, StageSettings } from "./stage.ts";

/** An utterance as a stage remembers it. */
export function keptFrom(
  utterance: Utterance,
  as: { id: string; threadId: string; parentId?: string; answerId?: string; settings: StageSettings },
): KeptPost {
  const { id, threadId, parentId, answerId, settings } = as;
  const { key, edit, replyTo: _, answer, ...said } = utterance;
  const given: KeptAnswer[] =
    answer && answerId ? [{ ...answer, id: answerId, edits: 0, through: "cabinet", extra: {} }] : [];
  const { title, pros, cons, stars } = said;
  return {
    ...said,
    ...{ id, threadId, parentId, answers: given },
    edits: edit ? [{ title, pros, cons, stars, ...edit }] : [],
    extra: settings.extraOf?.(utterance, chance(`${settings.seed}/extra/${key}`)) ?? {},
  };
}

interface Happening {
  at: Date;
  key: string;
  is: Birth["is"];
  about: string;
}

/** Those who spoke before the opening, oldest first, and how many ids were given. */
export function openingPosts(
  utterances: readonly Utterance[],
  settings: StageSettings,
): { posts: KeptPost[]; born: number } {
  const happened = utterances.flatMap(({ key, at, about, answer }): Happening[] => [
    { at, key, is: "post", about },
    ...(answer ? [{ at: answer.at, key, is: "answer" as const, about }] : []),
  ]);
  happened.sort((a, b) => a.at.getTime() - b.at.getTime());
  const ids = { post: new Map<string, string>(), answer: new Map<string, string>() };
  for (const [index, { key, is, about }] of happened.entries()) {
    const n = index + 1;
    const luck = chance(`${settings.seed}/id/${n}`);
    ids[is].set(key, settings.idOf?.({ luck, n, is, about }) ?? String(n));
  }
  const byKey = new Map(utterances.map((utterance) => [utterance.key, utterance]));
  const rootOf = ({ key, replyTo }: Utterance): string => {
    const parent = replyTo === undefined ? undefined : byKey.get(replyTo);
    return parent ? rootOf(parent) : key;
  };
  const idOf = (key: string) => ids.post.get(key) ?? key;
  const posts = utterances
    .map((utterance) =>
      keptFrom(utterance, {
        id: idOf(utterance.key),
        threadId: idOf(rootOf(utterance)),
        parentId: utterance.replyTo === undefined ? undefined : idOf(utterance.replyTo),
        answerId: ids.answer.get(utterance.key),
        settings,
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return { posts, born: happened.length };
}

const usualKind = { review: "review", social: "comment", message: "message", mail: "message" } as const;

/** A stage hand's post as a stage remembers it. One whose id is there already takes its place, edits and all. */
export function addedPost(
  { answer, author, ...post }: NewPost,
  to: { memory: Memory; settings: StageSettings; subjects: readonly Subject[]; now: Date },
): KeptPost {
  const { memory, settings, subjects, now } = to;
  const known = memory.get(post.id ?? "");
  const about = post.about ?? known?.about ?? subjects[0]?.key ?? "";
  const id = post.id ?? memory.birth("post", about);
  const parent = memory.get(post.parentId ?? "");
  const whole: KeptPost = {
    kind: settings.kinds?.[0] ?? usualKind[settings.tone],
    ...{ text: "", photos: 0, language: "ru", plot: "added", answers: [], extra: {} },
    ...(settings.tone === "review" && { stars: 5 }),
    ...known,
    ...post,
    ...{ id, about, at: post.at ?? known?.at ?? now, edits: [], removedAt: post.removedAt },
    threadId: post.threadId ?? parent?.threadId ?? known?.threadId ?? id,
    author: {
      key: author?.key ?? known?.author.key ?? `added-${randomUUID()}`,
      name: author?.name ?? known?.author.name ?? "Покупатель",
    },
  };
  if (!answer) return whole;
  const given: KeptAnswer = {
    ...{ id: memory.birth("answer", about), text: answer.text, at: now, edits: 0 },
    ...{ through: "cabinet", extra: {} },
  };
  return { ...whole, answers: [...whole.answers, given] };
}
