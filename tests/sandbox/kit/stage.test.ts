import { join } from "node:path";
import { type Change, openStage, type StageSettings } from "@otklik/sandbox/kit/stage";
import { openState } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { DAY, HOUR, MINUTE, toySettings } from "./toy.ts";

function opened(settings: Partial<StageSettings> = {}, state = openState(":memory:")) {
  const clock = { now: new Date("2026-07-24T12:00:00Z") };
  const stage = openStage({
    state,
    now: () => clock.now,
    settings: { ...toySettings, posts: 0, ...settings },
  });
  const move = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  const changes: Change[] = [];
  stage.onChange((change) => changes.push(change));
  const add = (text = "Вкусно") => stage.add([{ text, author: { name: "Анна" } }])[0]?.id ?? "";
  return { stage, clock, move, changes, add };
}

describe("the stage of a network", () => {
  it("opens with as many as were asked for, all of them said before", () => {
    const { stage, clock } = opened({ posts: 300 });
    const posts = stage.posts({ removed: true });
    expect(posts).toHaveLength(300);
    expect(posts.filter(({ at }) => at > clock.now)).toEqual([]);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(300);
  });

  it("numbers posts and answers in the order of their times", () => {
    const { stage } = opened({ posts: 120 });
    const born = stage
      .posts({ removed: true })
      .flatMap(({ id, at, answers }) => [{ id, at }, ...answers])
      .sort((a, b) => Number(a.id) - Number(b.id));
    expect(born.map(({ at }) => at.getTime())).toEqual(
      born.map(({ at }) => at.getTime()).sort((a, b) => a - b),
    );
  });

  it("gives ids in the network's own form", () => {
    const { stage } = opened({ posts: 30, idOf: ({ n, about, is }) => `${about}_${is}_${n}` });
    expect(stage.posts()[0]?.id).toMatch(/^[a-z0-9-]+_post_\d+$/);
  });

  it("is the same after a restart, with what was written to it", () => {
    const file = join(temporaryFolder(), "sandbox.db");
    const first = openState(file);
    const before = opened({ posts: 60 }, first).stage;
    const [one, two] = before.posts().filter(({ answers }) => answers.length === 0);
    before.answer({ id: one?.id ?? "", text: "Спасибо!", through: "api" });
    before.remove(two?.id ?? "");
    before.rejectAll(true);
    const was = before.posts({ removed: true });
    first.close();
    const state = openState(file);
    const after = opened({ posts: 60 }, state).stage;
    expect(after.posts({ removed: true })).toEqual(was);
    expect(after.journal()).toMatchObject([{ kind: "answer", id: one?.id, text: "Спасибо!", took: true }]);
    expect(after.answer({ id: was[0]?.id ?? "", text: "Ещё раз", through: "api" })).toMatchObject({
      why: "ordered",
    });
    state.close();
  });

  it("lets people in as the clock moves, at the same times however often it is looked at", () => {
    const often = opened({ arrivalEveryMs: 10 * MINUTE });
    const seldom = opened({ arrivalEveryMs: 10 * MINUTE });
    for (let minute = 0; minute < 120; minute++) {
      often.move(MINUTE);
      often.stage.letIn();
    }
    seldom.move(2 * HOUR);
    seldom.stage.letIn();
    expect(often.stage.posts()).toEqual(seldom.stage.posts());
    expect(often.stage.posts().length).toBeGreaterThan(7);
    expect(often.changes.map(({ is }) => is)).toEqual(often.stage.posts().map(() => "added"));
  });

  it("is no flood when it is opened again next month", () => {
    const { stage, move } = opened({ arrivalEveryMs: MINUTE });
    move(30 * DAY);
    stage.letIn();
    expect(stage.posts().length).toBeLessThan(70);
  });

  it("brings the world's edits and removals about when their time comes, and tells of each once", () => {
    const { stage, move, changes } = opened({ posts: 300 });
    const before = stage.posts();
    move(20 * DAY);
    stage.letIn();
    stage.letIn();
    const told = (kind: string) => changes.filter(({ is }) => is === kind).map(({ post }) => post.id);
    const gone = before.filter(({ id }) => stage.post(id)?.removedAt).map(({ id }) => id);
    const edited = before.filter(
      ({ id, editedAt }) => stage.post(id)?.editedAt !== editedAt && !gone.includes(id),
    );
    expect(told("removed").sort()).toEqual(gone.sort());
    expect(gone.length).toBeGreaterThan(0);
    expect(told("edited").sort()).toEqual(edited.map(({ id }) => id).sort());
    expect(edited.length).toBeGreaterThan(0);
    expect(stage.post(edited[0]?.id ?? "")?.text).not.toBe(edited[0]?.text);
  });

  it("looks at an answer before others see it", () => {
    const { stage, move, add } = opened();
    const id = add();
    stage.answer({ id, text: "Спасибо!", through: "api" });
    expect(stage.post(id)?.answers).toMatchObject([{ text: "Спасибо!", state: "in-review", edits: 0 }]);
    move(MINUTE);
    expect(stage.post(id)?.answers).toMatchObject([{ state: "published" }]);
  });

  it("turns down what sends the customer elsewhere, and looks anew at another wording", () => {
    const { stage, move, add } = opened();
    const id = add();
    const answer = stage.answer({ id, text: "Пишите на help@romashka.example", through: "api" });
    move(MINUTE);
    expect(stage.post(id)?.answers).toMatchObject([{ state: "rejected", why: "email" }]);
    stage.editAnswer(answer?.id ?? "", "Напишите нам в сообщения", "api");
    expect(stage.post(id)?.answers).toMatchObject([{ state: "in-review", edits: 1, editedAt: stage.now() }]);
    move(MINUTE);
    expect(stage.answered(answer?.id ?? "")?.answer).toMatchObject({ state: "published" });
  });

  it("turns everything down when told so, until told otherwise", () => {
    const { stage, move, add } = opened();
    const [first, second] = [add(), add()];
    stage.rejectAll(true);
    stage.answer({ id: first, text: "Спасибо!", through: "api" });
    stage.rejectAll(false);
    stage.answer({ id: second, text: "Спасибо!", through: "api" });
    move(MINUTE);
    expect([first, second].map((id) => stage.post(id)?.answers[0]?.state)).toEqual(["rejected", "published"]);
  });

  it("lets each network forbid what it forbids", () => {
    const { stage, move, add } = opened({ forbids: (text) => (text.length > 5 ? "length" : null) });
    const id = add();
    stage.answer({ id, text: "Слишком длинно", through: "api" });
    move(MINUTE);
    expect(stage.post(id)?.answers).toMatchObject([{ state: "rejected", why: "length" }]);
  });

  it("publishes once for one key of the sender's", () => {
    const { stage, add } = opened();
    const id = add();
    const first = stage.answer({ id, text: "Спасибо!", through: "api", once: "k" });
    const again = stage.answer({ id, text: "Спасибо!", through: "api", once: "k" });
    expect(again).toEqual(first);
    expect(stage.post(id)?.answers).toHaveLength(1);
    expect(stage.journal().map(({ took }) => took)).toEqual([true, false]);
  });

  it("bears witness to an answer under nothing, which is published nowhere", () => {
    const { stage } = opened();
    expect(stage.answer({ id: "nobody", text: "Спасибо!", through: "api" })).toBeNull();
    expect(stage.journal()).toMatchObject([{ kind: "answer", id: "nobody", took: false }]);
  });

  it("edits, threads and takes away", () => {
    const { stage, add, changes, move } = opened();
    const id = add("Холодно");
    const [child] = stage.add([{ text: "И мне", parentId: id, author: { name: "Олег" } }]);
    move(1);
    stage.edit(id, { text: "Потеплело", stars: 4 });
    stage.remove(child?.id ?? "");
    expect(child).toMatchObject({ parentId: id, threadId: id });
    expect(stage.posts()).toMatchObject([{ id, text: "Потеплело", stars: 4, editedAt: stage.now() }]);
    expect(stage.post(child?.id ?? "")?.removedAt).toEqual(stage.now());
    expect(changes.map(({ is }) => is)).toEqual(["added", "added", "edited", "removed"]);
    expect(stage.remove(child?.id ?? "")).toBeNull();
    expect(stage.edit(child?.id ?? "", { text: "Снова" })).toBeNull();
  });

  it("puts a post with a known id in the place of the first, whatever became of that", () => {
    const { stage, add, move } = opened();
    const id = add("Холодно");
    move(1);
    stage.edit(id, { text: "Потеплело" });
    stage.remove(id);
    stage.add([{ id, text: "Жарко" }]);
    expect(stage.posts()).toMatchObject([{ id, text: "Жарко", author: { name: "Анна" } }]);
    expect(stage.posts()[0]).not.toHaveProperty("editedAt");
  });

  it("keeps to the subjects that the network has", () => {
    const { stage } = opened({ world: "app", posts: 60, about: ["android"] });
    expect(stage.subjects.map(({ key }) => key)).toEqual(["android"]);
    expect(new Set(stage.posts({ removed: true }).map(({ about }) => about))).toEqual(new Set(["android"]));
  });

  it("forgets an answer that the owner takes back", () => {
    const { stage, add } = opened();
    const id = add();
    const answer = stage.answer({ id, text: "Спасибо!", through: "api" });
    expect(stage.removeAnswer(answer?.id ?? "", "api")).toBe(true);
    expect(stage.post(id)?.answers).toEqual([]);
    expect(stage.removeAnswer(answer?.id ?? "", "api")).toBe(false);
  });
});
