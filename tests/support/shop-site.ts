import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export const kettlePage = join(import.meta.dirname, "../fixtures/web-page/json-ld-graph.html");

/** A shop's page within the walls, `/kettle`, and others without reviews. */
export async function serveSite(): Promise<{ url: string; host: string; close(): void }> {
  const page = readFileSync(kettlePage);
  const server = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(url === "/kettle" ? page : "<!doctype html><p>Чайник</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, close: () => void server.close() };
}
