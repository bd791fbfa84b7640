import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { addReview, type Opened, opened, quiet, reviewsOf, SECOND } from "./opened.ts";

const page = async (shop: Opened, path: string) => load(await (await shop.call(path)).text());

describe("the page for people", () => {
  it("says in both languages that it is a sandbox with invented buyers", async () => {
    const shop = await opened(quiet);
    expect((await page(shop, "/")).text()).toContain("Песочница Wildberries");
    expect((await page(shop, "/")).text()).toContain("вымышлены");
    const english = await page(shop, "/?lang=en");
    expect(english("html").attr("lang")).toBe("en");
    expect(english.text()).toContain("Wildberries sandbox");
    expect(english.text()).toContain("invented");
  });

  it("shows the newest answer first, with the state of its moderation", async () => {
    const shop = await opened(quiet);
    const [first, second] = [await addReview(shop), await addReview(shop)];
    await shop.send("POST", "/api/v1/feedbacks/answer", { id: first, text: "Раньше" });
    shop.move(10 * SECOND);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id: second, text: "Позже" });
    const $ = await page(shop, "/");
    expect(
      $("article")
        .map((_, article) => $(article).attr("id"))
        .get(),
    ).toEqual([second, first]);
    expect(
      $("blockquote em")
        .map((_, state) => $(state).text())
        .get(),
    ).toEqual(["на проверке", "опубликован"]);
  });

  it("never lets a customer's or seller's words become markup", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop, { text: "<script>alert(1)</script>", userName: "<b>Анна</b>" });
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "<img src=x onerror=alert(1)>" });
    const $ = await page(shop, `/feedbacks/${id}`);
    expect($("script, article img, article b b")).toHaveLength(0);
    expect($("article").text()).toContain("<script>alert(1)</script>");
    expect($("blockquote").text()).toContain("<img src=x onerror=alert(1)>");
  });

  it("loads itself again unless it is asked to stand still", async () => {
    const shop = await opened(quiet);
    expect((await page(shop, "/"))("meta[http-equiv=refresh]")).toHaveLength(1);
    expect((await page(shop, "/?static"))("meta[http-equiv=refresh]")).toHaveLength(0);
  });

  it("has a page for each review and question, and says so where there is none", async () => {
    const shop = await opened({ ...quiet, questions: 3 });
    const id = await addReview(shop, { text: "Отличный шампунь" });
    expect((await page(shop, `/feedbacks/${id}`))("article").text()).toContain("Отличный шампунь");
    const $ = await page(shop, "/");
    const links = $("a[href*='/questions/']")
      .map((_, link) => $(link).attr("href"))
      .get();
    expect(links).toHaveLength(3);
    const question = await shop.call((links[0] ?? "").replace("/wildberries", ""));
    expect(question.status).toBe(200);
    expect((await shop.call("/feedbacks/nobody")).status).toBe(404);
  });

  it("shows a part of a long list and all of it on demand", async () => {
    const shop = await opened(quiet);
    await shop.send(
      "POST",
      "/__reviews",
      Array.from({ length: 70 }, (_, number) => ({ text: `Отзыв ${number}` })),
    );
    expect((await page(shop, "/"))("article")).toHaveLength(60);
    expect((await page(shop, "/?all"))("article")).toHaveLength(70);
  });
});

describe("buyers' photos", () => {
  it("are PNG pictures behind the addresses that the API gives", async () => {
    const shop = await opened({ arrivalEveryMs: 0 });
    const reviews = await reviewsOf(shop, "/api/v1/feedbacks?isAnswered=false&take=5000&skip=0");
    const [photo] = reviews.flatMap(({ photoLinks }) => photoLinks ?? []);
    const response = await shop.call((photo?.fullSize ?? "").replace("http://sandbox.test/wildberries", ""));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([360, 480]);
  });
});
