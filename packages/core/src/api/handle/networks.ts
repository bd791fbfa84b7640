import type { Handlers } from "../context.ts";
import { recognise } from "../recognise.ts";
import { showNetwork } from "../show-network.ts";

export const networks: Handlers<"GET /api/networks" | "POST /api/recognise"> = {
  "GET /api/networks": async (_, { ports }) => ports.connectors.map(showNetwork),
  "POST /api/recognise": (input, { ports, table, signal }) =>
    recognise(input, { ports, workspaceId: table.workspaceId, signal }),
};
