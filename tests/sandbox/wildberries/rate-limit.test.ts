import { describe, expect, it } from "vitest";
import { opened, quiet, SECOND } from "./opened.ts";

const list = "/api/v1/feedbacks?isAnswered=false&take=1&skip=0";
const jwt = (claims: object) =>
  ["header", JSON.stringify(claims), "signature"]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join(".");

async function limited() {
  const shop = await opened(quiet);
  await shop.send("POST", "/__control", { unlimited: false });
  const statuses = async (count: number, init?: RequestInit, path = list) => {
    const all = [];
    for (let turn = 0; turn < count; turn++) all.push((await shop.call(path, init)).status);
    return all;
  };
  return { shop, statuses };
}

describe("the request limit", () => {
  it("lets six requests through at once and refuses the seventh", async () => {
    const { statuses } = await limited();
    expect(await statuses(7)).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  it("lets three more through with each second", async () => {
    const { shop, statuses } = await limited();
    await statuses(6);
    shop.move(SECOND);
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  });

  it("refuses as problem+json and says when to come back", async () => {
    const { shop, statuses } = await limited();
    await statuses(6);
    const refused = await shop.call(list);
    expect(refused.headers.get("Content-Type")).toBe("application/problem+json");
    expect(refused.headers.get("X-Ratelimit-Limit")).toBe("6");
    expect(refused.headers.get("X-Ratelimit-Remaining")).toBe("0");
    expect(refused.headers.get("X-Ratelimit-Retry")).toBe("1");
    expect(refused.headers.get("X-Ratelimit-Reset")).toBe("2");
    expect(await refused.json()).toMatchObject({ title: "too many requests", status: 429 });
  });

  it("tells with each answer how many requests are left", async () => {
    const { shop } = await limited();
    expect((await shop.call(list)).headers.get("X-Ratelimit-Remaining")).toBe("5");
    expect((await shop.call(list)).headers.get("X-Ratelimit-Remaining")).toBe("4");
  });

  it("gives a basic token one request, and the next in twelve minutes", async () => {
    const { shop, statuses } = await limited();
    const basic = { headers: { Authorization: `Bearer ${jwt({ acc: 1, s: 128 })}` } };
    expect(await statuses(2, basic)).toEqual([200, 429]);
    expect((await shop.call(list, basic)).headers.get("X-Ratelimit-Retry")).toBe("720");
    shop.move(720 * SECOND);
    expect(await statuses(2, basic)).toEqual([200, 429]);
  });

  it("counts a personal token's requests apart from a basic one's", async () => {
    const { statuses } = await limited();
    await statuses(2, { headers: { Authorization: jwt({ acc: 1 }) } });
    expect(await statuses(1, { headers: { Authorization: jwt({ acc: 3 }) } })).toEqual([200]);
  });

  it("allows three pings in thirty seconds on each host", async () => {
    const { statuses } = await limited();
    expect(await statuses(4, {}, "/ping")).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, {}, "/common/ping")).toEqual([200]);
    expect(await statuses(1)).toEqual([200]);
  });
});
