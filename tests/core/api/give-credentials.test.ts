import { openAccount, saveAccount } from "@otklik/core/account/credentials";
import { giveCredentials } from "@otklik/core/api/connect";
import type { Connector } from "@otklik/core/connector";
import { freshHealth, type Source } from "@otklik/core/source/source";
import { getHealth, getSource, putHealth } from "@otklik/core/source/source-store";
import { expect, it, onTestFinished } from "vitest";
import { testHome } from "../../support/home.ts";
import { noon } from "../../support/mentions.ts";
import { fault, village } from "../../support/village.ts";

const said = (text: string) => ({ ru: text, en: text });

/** A village behind a gate, whose keeper knows one token. */
const gated: Connector = {
  ...village().connector,
  account: { is: "token", fields: [{ name: "token", title: said("token"), secret: true }], help: said("") },
  async check(account) {
    if (account.credentials.token !== "right") throw fault("unauthorized");
    return { name: "Деревня", warnings: [] };
  },
};

async function paused() {
  const here = await testHome({ connectors: [gated] });
  onTestFinished(here.close);
  const { ports, table } = here;
  await saveAccount(
    { table, secret: ports.secret },
    { id: "account1", network: "village", title: "Деревня", connectedAt: noon },
    { token: "old" },
  );
  const source: Source = await here.connect({
    accountId: "account1",
    state: { is: "paused", by: "otklik", why: said("ended") },
  });
  await table.commit([
    putHealth(source.id, {
      ...freshHealth,
      fault: { kind: "unauthorized", message: "no", at: noon, count: 3 },
    }),
  ]);
  const give = (token: string) =>
    giveCredentials({ source, credentials: { token } }, { ports, table, signal: AbortSignal.timeout(5000) });
  const opened = async () => (await openAccount({ table, secret: ports.secret }, "account1"))?.credentials;
  return { table, give, opened };
}

it("takes a source up again under its own account, without its old fault", async () => {
  const { table, give, opened } = await paused();
  await give("right");
  expect(await opened()).toEqual({ token: "right" });
  expect((await getSource(table, "source1"))?.state).toEqual({ is: "active" });
  expect((await getHealth(table, "source1")).fault).toBeUndefined();
});

it("keeps the old ones and the pause when the network refuses the new", async () => {
  const { table, give, opened } = await paused();
  await expect(give("wrong")).rejects.toThrow("refused the token");
  expect(await opened()).toEqual({ token: "old" });
  expect((await getSource(table, "source1"))?.state.is).toBe("paused");
});
