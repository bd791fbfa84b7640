import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in answers an operation with: a status and a body, which becomes JSON. */
export type Operation = (input: Record<string, unknown>) => { status?: number; body: unknown };

export interface RunningStandIn {
  /** Where it listens: http://127.0.0.1 and a port. */
  url: string;
  close(): Promise<void>;
}

/** A small stand-in for a service of AWS that speaks its JSON protocol: the operation stands in `x-amz-target`. */
export function startJsonService(
  operations: Record<string, Operation>,
  { port = 0 }: { port?: number } = {},
): Promise<RunningStandIn> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const name = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
    const operation = operations[name];
    const { status = 200, body } = operation
      ? operation(JSON.parse(Buffer.concat(chunks).toString() || "{}"))
      : { status: 400, body: { __type: "UnknownOperationException" } };
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  });
  return listening(server, port);
}

/** Listens on this machine alone. */
export async function listening(server: Server, port: number): Promise<RunningStandIn> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
