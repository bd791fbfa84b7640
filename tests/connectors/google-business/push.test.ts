import type { Hook } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { type GoogleBench, hookUrl, openGoogleBusiness } from "./bench.ts";

let bench: GoogleBench;
beforeEach(async () => {
  bench = await openGoogleBusiness({ posts: 10 });
  return () => bench.close();
});
const hook = (): Hook<GoogleBench["settings"]> => ({
  account: bench.account,
  sources: [{ sourceId: "source-demo", settings: bench.settings }],
  secret: "secret",
  url: hookUrl,
});
const receive = (request: Request, given = hook(), tools = bench.tools) =>
  bench.connector.receive?.(request, given, tools);
const signed = async (claims: object): Promise<string> => {
  const { token } = (await bench.post("/__push-token", claims)) as { token: string };
  return `Bearer ${token}`;
};
const pushOf = (told: unknown, authorization: string): Request => {
  const data = Buffer.from(JSON.stringify(told)).toString("base64");
  const body = JSON.stringify({
    message: { data, messageId: "1" },
    subscription: "projects/demo/subscriptions/s",
  });
  return new Request(hookUrl, { method: "POST", headers: { authorization }, body });
};
const place = "accounts/100000000000000000002/locations/20000000000000000001";

describe("a push of Google", () => {
  it("brings the review that it names", async () => {
    const id = await bench.addMention("Демо: пришло само");
    expect(await receive(await bench.push(id))).toMatchObject({
      answer: { status: 204 },
      found: [{ externalId: id, text: "Демо: пришло само", place: "locations/20000000000000000001" }],
      unreadable: [],
    });
  });

  it("may come twice", async () => {
    const id = await bench.addMention("Демо");
    const once = await receive(await bench.push(id));
    expect(await receive(await bench.push(id))).toEqual(once);
  });

  it("is understood with its fields in either spelling", async () => {
    const id = await bench.addMention("Демо");
    const told = {
      notificationType: "UPDATED_REVIEW",
      reviewName: `${place}/reviews/${id}`,
      locationName: place,
    };
    const received = await receive(pushOf(told, await signed({ audience: hookUrl })));
    expect(received?.found.map(({ externalId }) => externalId)).toEqual([id]);
  });

  it("about something else makes the location be read", async () => {
    const told = { notification_type: "GOOGLE_UPDATE", location_name: place };
    const received = await receive(pushOf(told, await signed({ audience: hookUrl })));
    expect(received).toMatchObject({ found: [], pull: ["locations/20000000000000000001"] });
  });

  it("about a location that nobody chose is taken and let be", async () => {
    const told = { notification_type: "NEW_REVIEW", location_name: "accounts/1/locations/2" };
    const received = await receive(pushOf(told, await signed({ audience: hookUrl })));
    expect(received).toEqual({ answer: { status: 204 }, found: [], unreadable: [] });
  });

  it("leaves it to the pull when the review cannot be had now", async () => {
    const request = await bench.push(await bench.addMention("Демо"));
    await bench.control({ down: true });
    expect(await receive(request)).toMatchObject({ found: [], pull: ["locations/20000000000000000001"] });
  });

  it("that cannot be read is kept, once its sender is certain", async () => {
    const request = new Request(hookUrl, {
      method: "POST",
      headers: { authorization: await signed({ audience: hookUrl }) },
      body: "not a push",
    });
    expect(await receive(request)).toMatchObject({ unreadable: [{ excerpt: "not a push" }] });
  });

  const strangers = [
    { who: "without a token", authorization: async () => "" },
    { who: "with a token that is none", authorization: async () => "Bearer a.b.c" },
    {
      who: "signed for another address",
      authorization: () => signed({ audience: "https://elsewhere.example/" }),
    },
    {
      who: "of another service account",
      authorization: () => signed({ audience: hookUrl, email: "x@example.com" }),
    },
    {
      who: "of another issuer",
      authorization: () => signed({ audience: hookUrl, issuer: "https://evil.example" }),
    },
    {
      who: "with a signature that was bent",
      authorization: async () => {
        const [head, , signature] = (await signed({ audience: hookUrl })).split(".");
        const claims = { iss: "https://accounts.google.com", aud: hookUrl, email: "x", exp: 9e9 };
        return `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
      },
    },
  ];
  it.each(strangers)("$who is refused before it is read", async ({ authorization }) => {
    const request = pushOf({ review_name: `${place}/reviews/x` }, await authorization());
    await expect(receive(request)).rejects.toMatchObject({ name: "Refusal", code: "forbidden" });
    expect(request.bodyUsed).toBe(false);
  });

  it("that is plainly not for us makes us ask nobody for keys", async () => {
    const http = () => Promise.reject(new Error("not to be asked"));
    for (const token of ["Bearer a.b.c", await signed({ audience: "https://elsewhere.example/" })]) {
      const received = receive(pushOf({}, token), hook(), { ...bench.tools, http });
      await expect(received).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("that has grown old is refused", async () => {
    const request = await bench.push(await bench.addMention("Демо"));
    bench.clock.now = new Date(bench.clock.now.getTime() + 2 * 3600_000);
    await expect(receive(request)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused as long as nobody has named the service account", async () => {
    const { pushEmail: _, ...credentials } = bench.account.credentials;
    const given = { ...hook(), account: { ...bench.account, credentials } };
    const request = await bench.push(await bench.addMention("Демо"));
    await expect(receive(request, given)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is to be tried again while Google's keys cannot be had", async () => {
    const request = await bench.push(await bench.addMention("Демо"));
    const tools = { ...bench.tools, http: async () => new Response("", { status: 503 }) };
    await expect(receive(request, hook(), tools)).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("switching pushes on", () => {
  it("tells Google the topic, and from then on the sandbox publishes to it", async () => {
    await bench.connector.listen?.(hook(), bench.tools);
    const path =
      "/mybusinessnotifications.googleapis.com/v1/accounts/100000000000000000002/notificationSetting";
    const { address, accessToken } = bench.account.credentials;
    const request = new Request(address + path, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(await (await bench.tools.http(request)).json()).toMatchObject({
      pubsubTopic: "projects/demo-project/topics/reviews",
      notificationTypes: ["NEW_REVIEW", "UPDATED_REVIEW"],
    });
  });

  it("says what is to be done when no topic is given", async () => {
    const { pubsubTopic: _, ...credentials } = bench.account.credentials;
    const given = { ...hook(), account: { ...bench.account, credentials } };
    await expect(bench.connector.listen?.(given, bench.tools)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("Pub/Sub topic"),
    });
  });
});
