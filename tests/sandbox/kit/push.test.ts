import { openState } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, openToy, type Toy } from "./toy.ts";

const say = async (toy: Toy, text = "Вкусно") => {
  const { ids } = (await (await toy.post("/__posts", [{ text }])).json()) as { ids: [string] };
  return ids[0];
};
const told = ({ pushed }: Toy) => pushed.map(({ body: { is, post } }) => `${is} ${post}`);

describe("pushes of a network", () => {
  it("tell what was added, edited, answered and removed, signed with the subscriber's secret", async () => {
    const toy = openToy({ posts: 0 });
    const id = await say(toy);
    await toy.post("/__edit", { id, text: "Невкусно" });
    await toy.post("/__answer", { id, text: "Простите" });
    await toy.post("/__remove", { id });
    expect(told(toy)).toEqual([`added ${id}`, `edited ${id}`, `answered ${id}`, `removed ${id}`]);
  });

  it("are tried again when the time has come, and given up in the end", async () => {
    const toy = openToy({ posts: 0 });
    toy.answersPush(500);
    await say(toy);
    const attempts = () => toy.pushed.map(({ attempt }) => attempt);
    await toy.post("/__control", {});
    expect(attempts()).toEqual(["1"]);
    toy.move(MINUTE);
    await toy.post("/__control", {});
    expect(attempts()).toEqual(["1", "2"]);
    toy.move(HOUR);
    await toy.post("/__control", {});
    toy.move(100 * HOUR);
    await toy.post("/__control", {});
    expect(attempts()).toEqual(["1", "2", "3"]);
    expect(new Set(toy.pushed.map(({ body }) => body.id)).size).toBe(1);
  });

  it("outlive a restart of the network", async () => {
    const state = openState(":memory:");
    const before = openToy({ posts: 0 }, state);
    before.answersPush(500);
    const id = await say(before);
    const after = openToy({ posts: 0 }, state, new Date(before.clock.now.getTime() + MINUTE));
    await after.post("/__control", {});
    expect(after.pushed).toMatchObject([{ attempt: "2", body: { is: "added", post: id } }]);
  });

  it("come twice when told so", async () => {
    const toy = openToy({ posts: 0 });
    await toy.control({ duplicatePush: 1 });
    const [first, second] = [await say(toy, "Один"), await say(toy, "Два")];
    expect(told(toy)).toEqual([`added ${first}`, `added ${first}`, `added ${second}`]);
    expect(toy.pushed[0]?.body.id).toBe(toy.pushed[1]?.body.id);
  });

  it("come out of order when told so", async () => {
    const toy = openToy({ posts: 0 });
    await toy.control({ reorderPush: 1 });
    const first = await say(toy, "Один");
    expect(told(toy)).toEqual([]);
    const second = await say(toy, "Два");
    const third = await say(toy, "Три");
    expect(told(toy)).toEqual([`added ${second}`, `added ${first}`, `added ${third}`]);
  });

  it("get lost when told so", async () => {
    const toy = openToy({ posts: 0 });
    await toy.control({ losePush: 1 });
    await say(toy, "Один");
    const second = await say(toy, "Два");
    expect(told(toy)).toEqual([`added ${second}`]);
  });

  it("tell of those who write by themselves", async () => {
    const toy = openToy({ posts: 0, arrivalEveryMs: 10 * MINUTE });
    toy.move(HOUR);
    await toy.post("/__control", {});
    expect(toy.pushed.length).toBeGreaterThan(2);
    expect(new Set(toy.pushed.map(({ body: { is } }) => is))).toEqual(new Set(["added"]));
  });
});
