import { beforeAll, describe, expect, it } from "vitest";
import { all, type Graph } from "./graph.ts";
import { deployed } from "./stages.ts";

interface Viewer {
  uri: string;
  method: string;
  querystring: Record<string, never>;
  headers: Record<string, { value: string }>;
  cookies: Record<string, never>;
}

/** Runs the function at the edge as CloudFront would, over the keys that the stack puts beside it. */
async function atTheEdge(graph: Graph, uri: string, headers: Record<string, string> = {}) {
  const keys = new Map<string, string>();
  const routes: string[] = [];
  for (const { inputs, name } of all(graph, "dynamic")) {
    if (name.endsWith("KvRoutesUpdate")) routes.push(inputs.entry);
    for (const [key, value] of Object.entries<string>(inputs.entries ?? {}))
      keys.set(`${inputs.namespace}:${key}`, value);
  }
  const update = all(graph, "dynamic").find(({ name }) => name.endsWith("KvRoutesUpdate"));
  keys.set(`${update?.inputs.namespace}:routes`, JSON.stringify(routes));
  let origin = "";
  const cloudfront = {
    kvs: () => ({
      get: async (key: string) => keys.get(key) ?? Promise.reject(new Error(`no key ${key}`)),
    }),
    updateRequestOrigin: ({ domainName }: { domainName: string }) => {
      origin = domainName;
    },
  };
  const [edge] = all(graph, "edgeFunction");
  const program = `${edge?.inputs.code.replace('import cf from "cloudfront";', "")}; return handler;`;
  const handler = new Function("cf", program)(cloudfront) as (event: { request: Viewer }) => Promise<Viewer>;
  const sent = { host: "front1.cloudfront.net", ...headers };
  const values = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, { value }]));
  const request = { uri, method: "GET", querystring: {}, headers: values, cookies: {} };
  const answer = await handler({ request });
  return { origin, uri: answer.uri, headers: answer.headers };
}

describe("the one address", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await deployed("production");
  });

  it.each(["/", "/inbox/42", "/settings"])("gives the web app's page for %s", async (path) => {
    const { origin, uri } = await atTheEdge(graph, path);
    expect(origin).toMatch(/webassets.*\.s3\./);
    expect(uri).toBe("/index.html");
  });

  it("gives a built file as it is", async () => {
    expect((await atTheEdge(graph, "/assets/app-1.js")).uri).toBe("/assets/app-1.js");
  });

  it("leads to the API below its own path, and only there", async () => {
    expect((await atTheEdge(graph, "/api/inbox")).origin).toContain("execute-api");
    expect((await atTheEdge(graph, "/apiary")).origin).not.toContain("execute-api");
  });

  it("answers for the origin of a request from its own page, which the API behind it knows by another name", async () => {
    const { headers } = await atTheEdge(graph, "/api/replies", { origin: "https://front1.cloudfront.net" });
    expect(headers.origin).toBeUndefined();
  });

  it("leaves a foreign origin to be refused", async () => {
    const { headers } = await atTheEdge(graph, "/api/replies", { origin: "https://evil.example" });
    expect(headers.origin).toEqual({ value: "https://evil.example" });
  });
});
