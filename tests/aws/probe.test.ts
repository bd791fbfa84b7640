import { it } from "vitest";
import type { Cost } from "../support/aws/reference-load.ts";
import { referenceLoad } from "../support/aws/reference-load.ts";

const show = (name: string, cost: Cost) => {
  const groups = new Map<string, { n: number; w: number; i: number; r: number }>();
  for (const s of cost.spent) {
    const kind =
      s.key.pk.replace(/^[0-9a-z]+\//, "").replace(/[.#].*/, "") +
      (s.key.sk.split("~")[1] ? "~" + s.key.sk.split("~")[1] : "");
    const k = s.operation + " " + kind + (s.wasRefused ? " refused" : "");
    const g = groups.get(k) ?? { n: 0, w: 0, i: 0, r: 0 };
    g.n++;
    g.w += s.write.table;
    g.i += s.write.indexes;
    g.r += s.read;
    groups.set(k, g);
  }
  const t = cost.spent.reduce((a, s) => [a[0]! + s.write.table + s.write.indexes, a[1]! + s.read], [0, 0]);
  console.log(name, "write", t[0], "read", t[1], cost.requests);
  console.table(Object.fromEntries(groups));
};
it("probe", async () => {
  const load = await referenceLoad();
  load.say();
  show("first", await load.costOf(load.pull));
  const said = load.say();
  show("pull", await load.costOf(load.pull));
  show("repull", await load.costOf(load.pull));
  const ids = said.slice(0, 6).map(load.idOf);
  show(
    "close one",
    await load.costOf(
      async () =>
        void (await load.person.call("POST /api/conversations/:id/close", { id: ids[0]!, reason: "read" })),
    ),
  );
  show(
    "reply one",
    await load.costOf(
      async () =>
        void (await load.person.call("POST /api/conversations/:id/replies", {
          id: ids[1]!,
          reply: "r1".padEnd(16, "x"),
          text: "Спасибо за отзыв, мы всё исправим",
        })),
    ),
  );
  for (let n = 0; n < 10; n++) {
    load.say();
    await load.costOf(load.pull);
  }
  show(
    "inbox",
    await load.costOf(
      async () =>
        void (await load.person.call("GET /api/inbox", { brand: load.here.brandId, limit: 50 } as never)),
    ),
  );
  const page = await load.here.table.queryIndex("inbox", { pk: `in.${load.here.brandId}`, limit: 50 });
  const { packJson } = await import("../../packages/aws/src/packed-json.ts");
  const { sizeOf } = await import("../support/aws/units.ts");
  const sizes = page.cards.map(c => sizeOf({ c: packJson(c.card) }) - 1);
  const noX = page.cards.map(c => sizeOf({ c: packJson({...c.card, x: ""}) }) - 1);
  console.log("card avg", sizes.reduce((a,b)=>a+b)/sizes.length, "without snippet", noX.reduce((a,b)=>a+b)/50, page.cards[0], "scoped ws", load.here.workspaceId);
  await load.close();
});
