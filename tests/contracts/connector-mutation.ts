// Answers as no network should give them: whatever comes, the connector says what is wrong, or reads what is there.
import type { Cursor, Page, PlacedMention } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { FoundMention } from "@otklik/core/mention/found";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seeded } from "../support/seeded.ts";
import {
  answerTo,
  attemptAgain,
  type ConnectorBench,
  type Detour,
  detoured,
  idsOf,
  lastOf,
  needs,
  offered,
  onePage,
  type Watched,
  walk,
  watched,
} from "./connector-bench.ts";
import { type Mutation, mutate } from "./mutation/mutate.ts";

/** Requests of one call, beyond which it counts as hanging. */
const mostRequests = 400;
const mostPages = 60;
/** How often reading goes on after a spoilt page. */
const mostRests = 40;

/** How many of a network's answers are spoilt: a slice in `npm test`, all in `npm run fuzz`. */
const count = inject("mutations");

/** Hands a connector spoilt answers; `open` makes a bench with a small world, which stands still. */
export function describeMutations<Settings>(
  title: string,
  open: () => Promise<ConnectorBench<Settings>>,
): void {
  describe(`${title} under ${count} spoilt answers`, () => {
    let bench: Watched<Settings>;
    beforeAll(async () => {
      bench = watched(await open());
    });
    afterAll(async () => {
      await bench.close();
      bench.outside.release();
    });

    it("reads or complains, loses and invents nothing, and goes on where it was", async (test) => {
      needs(test, bench.connector.pull !== undefined, "is not pulled");
      needs(test, (bench.speaks ?? "json") === "json", "speaks no JSON");
      const isStream = bench.connector.feed === "account"; // which forgets what was read: only its first page comes again
      const pages = isStream
        ? [{ from: null, page: await onePage(bench, null) }]
        : (await walk(bench, null)).pages;
      const whole = new Set(idsOf(pages.flatMap(({ page }) => page.found)));
      // Reading on to the end after a spoilt page takes long, so it is done now and then.
      const goesOn = (spoilt: number): boolean => !isStream && spoilt % Math.ceil(count / mostRests) === 0;
      const wrong: string[] = [];
      let spoilt = 0;
      for (let seed = 0; spoilt < count && seed < count * 20; seed++) {
        const chance = seeded(seed);
        const at = Math.floor(chance() * Math.min(pages.length, mostPages));
        const { from, page } = pages[at] as (typeof pages)[0];
        const rest = goesOn(spoilt) ? pages.slice(at) : null;
        const verdict = await spoiltPull(bench, { from, page, whole, chance, rest });
        if (verdict !== "not asked") spoilt++;
        if (verdict.startsWith("wrong")) wrong.push(`seed ${seed}: ${verdict}`);
      }
      expect(spoilt).toBe(count);
      expect(wrong).toEqual([]);
    });

    it("publishes no reply twice, whatever the answers to it look like", async (test) => {
      needs(test, bench.connector.reply !== undefined, "is answered on its own page only");
      needs(test, (bench.speaks ?? "json") === "json", "speaks no JSON");
      const addMention = offered(test, bench, "addMention");
      const publishedTexts = offered(test, bench, "publishedTexts");
      const wrong: string[] = [];
      for (let seed = 0; seed < Math.ceil(count / 20); seed++) {
        const chance = seeded(1_000_000 + seed);
        const id = await addMention(`Fuzz: please answer ${seed}.`);
        const mention = await found(bench, id);
        if (!mention?.canReply) continue;
        const answer = answerTo(bench, mention, `Fuzz: thank you, number ${seed}.`);
        const spoiling = spoil(Math.floor(chance() * 3), chance);
        const first = await outcome(() =>
          bench.connector.reply?.(answer, detoured(bench, spoiling.detour).tools),
        );
        const isTold = bench.connector.limits.reply?.once === "none"; // then a person is asked, and nothing is repeated
        const again = isTold ? first : await outcome(() => attemptAgain(bench, answer));
        const texts = await publishedTexts(id);
        const complaint = first.defect ?? again.defect;
        if (complaint) wrong.push(`seed ${seed}: ${spoiling.told()}: ${complaint}`);
        else if (texts.length > 1 || (texts.length === 0 && !isTold))
          wrong.push(`seed ${seed}: ${spoiling.told()}: published ${texts.length} times`);
      }
      expect(wrong).toEqual([]);
    });
  });
}

/** Pages from the first until this mention stands in one. */
async function found<Settings>(bench: Watched<Settings>, id: string): Promise<PlacedMention | undefined> {
  let from: Cursor | null = null;
  for (let read = 0; read < mostPages; read++) {
    const page: Page = await onePage(bench, from);
    const mention = lastOf(page.found, id);
    if (mention || !page.more) return mention;
    from = page.next;
  }
  return undefined;
}

interface Spoiling {
  detour: Detour;
  mutation(): Mutation | null;
  told(): string;
}

/** Spoils the answer to one of the requests; counts them all. */
function spoil(which: number, chance: () => number): Spoiling {
  let asked = 0;
  let mutation: Mutation | null = null;
  return {
    mutation: () => mutation,
    told: () => mutation?.does ?? "nothing",
    async detour(request, onward) {
      if (asked > mostRequests) throw new Error(`asked more than ${mostRequests} times`);
      const response = await onward(request);
      if (asked++ !== which || mutation) return response;
      mutation = mutate(await response.text(), response.status, chance);
      const { body, status } = mutation;
      return new Response(status === 204 ? null : body, { status, headers: response.headers });
    },
  };
}

type Outcome<T> = { value?: T; defect?: string };

/** A fault or a refusal is a word; any other error is a defect. */
async function outcome<T>(work: () => Promise<T> | undefined): Promise<Outcome<T>> {
  try {
    const value = await work();
    return value === undefined ? {} : { value };
  } catch (error) {
    if (error instanceof NetworkFault || error instanceof Refusal) return {};
    return { defect: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

interface Spoilt {
  from: Cursor | null;
  /** As it is unspoilt. */
  page: Page;
  /** All there is to find. */
  whole: ReadonlySet<string>;
  chance: () => number;
  /** This page and all after it, as they are unspoilt; null: it is not read on from there. */
  rest: readonly { page: Page }[] | null;
}

type Verdict = "well" | "not asked" | `wrong: ${string}`;

/** What a spoilt answer led to; "not asked" where there was no such request to spoil. */
async function spoiltPull<Settings>(bench: Watched<Settings>, spoilt: Spoilt): Promise<Verdict> {
  const { from, page, whole, chance, rest } = spoilt;
  const spoiling = spoil(Math.floor(chance() * 2) * Math.floor(chance() * 6), chance);
  const { value, defect } = await outcome(() => onePage(detoured(bench, spoiling.detour), from));
  const mutation = spoiling.mutation();
  if (!mutation) return "not asked";
  const complain = (what: string): Verdict => `wrong: ${mutation.does}: ${what}`;
  if (defect) return complain(defect);
  if (!value) return "well";
  const misfit = value.found.find((mention) => !isWhole(mention));
  if (misfit) return complain(`a mention that is none: ${misfit.externalId}`);
  if (value.more && value.next === from) return complain("a cursor that stands still");
  const came = new Set(idsOf(value.found));
  const invented = [...came].filter((id) => !whole.has(id)).length;
  // An entry that was changed may be another mention now, or one that cannot be read, with all that hangs on it.
  const { where, touched } = mutation;
  const changed = where === "entry" ? Math.min(invented, touched) : 0;
  const kept = value.unreadable.length > 0 ? Math.max(touched, value.unreadable.length) : 0;
  const tolerated = changed + kept;
  if (invented > changed) return complain(`${invented} invented`);
  const missing = unread(page.found, came);
  const isShort = missing > tolerated;
  // A stream is read but once: what it lacks here does not come again.
  if (isShort && bench.connector.feed === "account") return complain(`${missing} silently lost`);
  if (!isShort && (!rest || where !== "entry")) return "well";
  // What a page lacks may be put off to a later one, or to the next pull.
  const wanted = [page, ...(rest ?? []).map((one) => one.page)].flatMap(({ found }) => found);
  const all = new Set(came);
  let at = value.next;
  for (let pull = 0; pull < 2 && unread(wanted, all) > tolerated; pull++) {
    const then = await outcome(() => walk(bench, at));
    if (then.defect) return complain(`then ${then.defect}`);
    if (!then.value) return "well";
    at = then.value.next;
    for (const id of idsOf(then.value.found)) all.add(id);
  }
  const never = unread(wanted, all);
  return never > tolerated ? complain(`${never} of it and the pages after it never read`) : "well";
}

/** How many threads of these did not come. */
const unread = (mentions: readonly PlacedMention[], came: ReadonlySet<string>): number =>
  threadsOf(mentions.filter(({ externalId }) => !came.has(externalId)));

/** How many threads they belong to: what hangs on an entry that cannot be read is lost with it. */
const threadsOf = (mentions: readonly PlacedMention[]): number =>
  new Set(mentions.map(({ threadId, externalId }) => threadId ?? externalId)).size;

const isWhole = ({ place: _, ...mention }: PlacedMention): boolean => FoundMention.safeParse(mention).success;
