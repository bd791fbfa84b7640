// Who the key belongs to, and which shops it opens.
import { Hono } from "hono";
import type { SandboxEnv } from "../network.ts";
import { businessId, keyIn, scopesOf } from "./refusals.ts";

export function cabinet(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.post("/v2/auth/token", (c) =>
    c.json({ status: "OK", result: { apiKey: { name: "Demo", authScopes: scopesOf(keyIn(c)) } } }),
  );
  app.get("/v2/campaigns", (c) =>
    c.json({
      campaigns: [100_001, 100_002].map((id) => ({
        ...{ domain: `shop-${id}.example`, id, placementType: "FBS", apiAvailability: "AVAILABLE" },
        business: { id: businessId, name: "Демо Косметика" },
      })),
      pager: { total: 2, from: 1, to: 2, currentPage: 1, pagesCount: 1, pageSize: 50 },
      paging: {},
    }),
  );
  return app;
}
