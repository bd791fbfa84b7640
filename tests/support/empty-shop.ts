import { join } from "node:path";
import type { SourceView } from "@otklik/core/api/views";
import { type Browser, startSandboxAlone } from "./running-service.ts";

interface JournalEntry {
  id: string;
  text: string;
  took: boolean;
}

/** A shop of the sandbox in which nobody has said anything yet. Its process outlives every service. */
export interface EmptyShop {
  /** host:port, for the list of allowed hosts. */
  host: string;
  /** The sandbox's own back door, such as __control. */
  post(path: string, body: unknown): Promise<Response>;
  connect(person: Browser, brand: string): Promise<SourceView>;
  /** Every answer that the network was told, in order. */
  journal(): Promise<JournalEntry[]>;
  stop(): Promise<unknown>;
}

/** @param how.delayMs how long each of its answers takes */
export async function emptyShop(folder: string, { delayMs }: { delayMs: number }): Promise<EmptyShop> {
  const quiet = ["--reviews", "0", "--questions", "0", "--arrival-ms", "0", "--moderation-ms", "300"];
  const file = join(folder, "sandbox.sqlite");
  const { url, stop } = await startSandboxAlone(["--port", "0", "--file", file, ...quiet]);
  const address = `${url}/wildberries`;
  const post: EmptyShop["post"] = (path, body) =>
    fetch(`${address}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  await post("__control", { unlimited: true, delayMs });
  return {
    ...{ host: new URL(url).host, post, stop },
    async connect(person, brand) {
      const { source } = await person.call("POST /api/sources", {
        ...{ brand, network: "wildberries", title: "WB", settings: {} },
        credentials: { token: "sandbox-token", address },
      });
      return source;
    },
    async journal() {
      const response = await fetch(`${address}/__journal?kind=answer`);
      return ((await response.json()) as { entries: JournalEntry[] }).entries;
    },
  };
}
