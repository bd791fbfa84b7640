// What a stage keeps: on disk at every write, and beside it at hand, since lists are read far more often than written.
import { chance } from "../chance.ts";
import type { State } from "../state.ts";
import { fingerprint } from "../worlds/said.ts";
import { arrival, world } from "../worlds/world.ts";
import { KeptPost } from "./post.ts";
import { keptFrom, openingPosts } from "./settling.ts";
import type { Birth, StageSettings } from "./stage.ts";

export interface Memory {
  get(id: string): KeptPost | undefined;
  all(): IterableIterator<KeptPost>;
  keep(post: KeptPost): void;
  /** Id of the post under which this answer was given. */
  under(answerId: string): string | undefined;
  /** A new id, which nothing here has yet. */
  birth(is: Birth["is"], about: string): string;
  /** Keeps all who have written since the last call and until now, and tells who they are. */
  arrive(until: Date): KeptPost[];
}

/** The longest stretch of missed time that is made up for, in arrivals: a demo reopened next week is no flood. */
const MOST_MISSED_ARRIVALS = 30;

/** Opens the memory, with the world's people in it from its very first opening on. */
export function openMemory(of: { state: State; now(): Date; settings: StageSettings }): Memory {
  const { state, now, settings } = of;
  const shelf = state.shelf("posts", KeptPost);
  state.together(() => {
    if (state.fact("openedAt")) return;
    const opening = world(settings.world, { ...settings, count: settings.posts, now: now() });
    const { posts, born } = openingPosts(opening, settings);
    for (const post of posts) shelf.put(post.id, post.at, post);
    state.remember("born", String(born));
    for (const name of ["openedAt", "lastArrivalAt", "lookedAt"]) state.remember(name, now().toISOString());
  });

  const kept = new Map<string, KeptPost>();
  const underAnswer = new Map<string, string>();
  const note = (post: KeptPost) => {
    kept.set(post.id, post);
    for (const { id } of post.answers) underAnswer.set(id, post.id);
  };
  for (const post of shelf.all()) note(post);
  const said = new Set(
    [...kept.values()].flatMap((post) => [post, ...post.edits].map(({ text }) => fingerprint(text))),
  );

  const memory: Memory = {
    get: (id) => kept.get(id),
    all: () => kept.values(),
    keep(post) {
      shelf.put(post.id, post.at, post);
      note(post);
    },
    under: (answerId) => underAnswer.get(answerId),
    birth(is, about) {
      for (let n = Number(state.fact("born") ?? 0) + 1; ; n++) {
        const luck = chance(`${settings.seed}/id/${n}`);
        const id = settings.idOf?.({ luck, n, is, about }) ?? String(n);
        // A stage hand may have named one so already.
        if (kept.has(id) || underAnswer.has(id)) continue;
        state.remember("born", String(n));
        return id;
      }
    },
    arrive(until) {
      const { arrivalEveryMs, seed } = settings;
      if (arrivalEveryMs <= 0) return [];
      const earliest = until.getTime() - MOST_MISSED_ARRIVALS * arrivalEveryMs;
      let n = Number(state.fact("arrivals") ?? 0);
      let last = Math.max(new Date(state.fact("lastArrivalAt") ?? until).getTime(), earliest);
      // Whole milliseconds, as they are remembered: otherwise looking often would move the next arrival.
      const due = () => last + Math.round(arrivalEveryMs * (0.5 + chance(`${seed}/pause/${n}`).next()));
      const came: KeptPost[] = [];
      for (; due() <= until.getTime(); n++) {
        last = due();
        const utterance = arrival(settings.world, { ...settings, n, at: new Date(last), said });
        const id = memory.birth("post", utterance.about);
        const post = keptFrom(utterance, { id, threadId: id, settings });
        memory.keep(post);
        came.push(post);
      }
      if (came.length === 0) return [];
      state.remember("arrivals", String(n));
      state.remember("lastArrivalAt", new Date(last).toISOString());
      return came;
    },
  };
  return memory;
}
