import { newId } from "../../id.ts";
import { refuseUpload, uploadFolder } from "../../tools.ts";
import type { Handlers } from "../context.ts";
import { returnAddress } from "../oauth-door.ts";
import { recognise } from "../recognise.ts";
import { showNetwork } from "../show-network.ts";

export const networks: Handlers<"GET /api/networks" | "POST /api/uploads" | "POST /api/recognise"> = {
  async "GET /api/networks"(_, context) {
    const returnTo = returnAddress(context);
    return context.ports.connectors.map((connector) =>
      showNetwork(connector, returnTo === undefined ? {} : { returnTo }),
    );
  },
  "POST /api/uploads": async ({ bytes }, { ports, session }) => {
    refuseUpload(bytes);
    const blob = `${uploadFolder(session.workspaceId)}${newId(ports.random, 20)}`;
    const url = await ports.blob.uploadUrl?.(blob, bytes);
    return url ? { blob, url } : { url: null };
  },
  "POST /api/recognise": (input, { ports, table, signal }) =>
    recognise(input, { ports, workspaceId: table.workspaceId, signal }),
};
