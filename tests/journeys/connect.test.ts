// A person connects networks in a browser: one by a token, one by signing in at its own page.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, keep, overflow, telephone, violations } from "../support/browser.ts";
import { type Guild, guild, guildApplication } from "../support/guild.ts";
import { visits } from "../support/journey.ts";
import { market } from "../support/market.ts";
import { noon } from "../support/mentions.ts";
import { type ServedHome, servedHome } from "../support/served-home.ts";

describeInBrowser("connecting a network", () => {
  let there: Guild;
  let served: ServedHome;
  let consent: Server;
  let clock = (): Date => noon;

  beforeAll(async () => {
    there = guild({ now: () => clock() });
    served = await servedHome({
      connectors: [there.connector, market],
      http: (request) => there.http(request),
      webFolder: join(import.meta.dirname, "../../web/dist"),
    });
    clock = served.here.ports.now;
    consent = createServer(async (incoming, outgoing) => {
      const body = incoming.method === "POST" ? await new Response(incoming).text() : null;
      const headers = { "content-type": incoming.headers["content-type"] ?? "text/plain" };
      const answer = await there.http(
        new Request(`http://127.0.0.1${incoming.url}`, { method: incoming.method ?? "GET", body, headers }),
      );
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      outgoing.end(await answer.text());
    });
    await new Promise<void>((resolve) => consent.listen(0, "127.0.0.1", resolve));
  }, 60_000);
  afterAll(async () => {
    consent?.closeAllConnections();
    consent?.close();
    await served?.close();
  });

  const visit = visits(() => served);
  const address = () => `http://127.0.0.1:${(consent.address() as AddressInfo).port}/guild`;

  /** A moment to look: accessible, nothing wider than the screen. The Russian is seen in the dark. */
  async function look(page: Page, name: string): Promise<void> {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.emulateMedia({ colorScheme: name.endsWith("ru") ? "dark" : "light" });
    await page.waitForTimeout(150);
    await keep(page, name, { fullPage: true });
    expect(await violations(page), name).toEqual([]);
    expect(await overflow(page), `${name} is wider than the screen`).toBe(0);
  }

  it("by a token: the network's verdict is read before anything is kept, then places are ticked by keyboard", async () => {
    const page = await visit("/start", { viewport: telephone });
    await page.getByRole("link", { name: /Market/ }).click();
    await look(page, "token-ru");
    await page.getByLabel("Token").fill("wrong");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/токен не\sподошёл/);
    await page.getByLabel("Token").fill("basic");
    await page.keyboard.press("Enter");
    await page.getByText("A basic token may ask 5 times an hour.").waitFor();
    await look(page, "verdict-ru");
    expect((await served.here.table.query({ pk: "accounts", limit: 5 })).rows).toEqual([]);
    await page.getByRole("button", { name: "Продолжить с этим доступом" }).press("Enter");
    await page.getByRole("checkbox", { name: /Soap/ }).press("Space");
    await page.getByLabel("Название для «Soap»").fill("Мыло");
    await look(page, "places-ru");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/inbox");
    await page.goto("/sources");
    await page.getByRole("heading", { name: "Мыло" }).waitFor();
    await look(page, "sources-ru");
  }, 60_000);

  it("by its own page: there and back, then again once the consent was taken back", async () => {
    const page = await visit("/start", { tongue: "en" });
    await look(page, "start-en");
    await page.getByRole("link", { name: /Guild/ }).click();
    await page.getByLabel("Client ID").fill(guildApplication.clientId);
    await page.getByLabel("Client secret").fill(guildApplication.clientSecret);
    await page.getByText("More fields").click();
    await page.getByLabel("Address", { exact: true }).fill(address());
    await look(page, "oauth-en");
    await page.getByRole("button", { name: "Sign in at Guild" }).click();
    await page.getByRole("button", { name: /Refuse|Отказать/ }).click();
    await page.getByRole("alert").getByText("the access was refused there").waitFor();
    await look(page, "refused-en");

    await page.getByRole("button", { name: "Begin again" }).click();
    await page.getByLabel("Client ID").fill(guildApplication.clientId);
    await page.getByLabel("Client secret").fill(guildApplication.clientSecret);
    await page.getByText("More fields").click();
    await page.getByLabel("Address", { exact: true }).fill(address());
    await page.getByRole("button", { name: "Sign in at Guild" }).click();
    await page.getByRole("button", { name: /Allow|Разрешить/ }).click();
    await page.getByRole("checkbox", { name: "All", exact: true }).check();
    await look(page, "places-en");
    await page.getByRole("button", { name: "Connect 2 places" }).click();
    await page.waitForURL("**/inbox");
    await served.here.settle();

    there.oauth.revoke();
    served.here.pass(7200);
    await page.goto("/sources");
    const hall = page.getByRole("listitem").filter({ hasText: "The great hall" });
    const asked = page.waitForResponse("**/pull");
    await hall.getByRole("button", { name: "Check now" }).click();
    await asked;
    await served.here.settle();
    await page.reload();
    await page.getByText("The network no longer takes this sign-in").waitFor();
    await look(page, "ended-en");
    await page.getByRole("button", { name: "Reconnect" }).first().click();
    await look(page, "again-en");
    await page.getByRole("button", { name: "Sign in at Guild" }).click();
    await page.getByRole("button", { name: /Allow|Разрешить/ }).click();
    await page.getByText("Connected", { exact: false }).first().waitFor();
    await served.here.settle();
    await page.goto("/sources");
    await page.getByRole("heading", { name: "The great hall" }).waitFor();
    expect(await page.getByText("no longer takes this sign-in").count()).toBe(0);
  }, 60_000);

  it("from a table: each row is connected, or told why not", async () => {
    const page = await visit("/sources", { tongue: "en" });
    const text = "network;title;shop\nmarket;Tea;tea\nnowhere;Lost;x\n";
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "sources.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByText("1 connected, 0 were there already.").waitFor();
    await page.getByText('There is no network called "nowhere".').waitFor();
    await look(page, "table-en");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Tea" }).waitFor();
  }, 60_000);
});
