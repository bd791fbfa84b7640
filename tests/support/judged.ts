import type { Tools } from "@otklik/core/connector";
import type { OpenApi } from "./openapi.ts";

/** Tools that remember what was asked of them. */
export function remembering(tools: Tools): { tools: Tools; asked: Request[] } {
  const asked: Request[] = [];
  const http = (request: Request) => {
    asked.push(request.clone());
    return tools.http(request);
  };
  return { tools: { ...tools, http }, asked };
}

/** What the file forbids in these requests. `below`: what stands before the file's own paths. */
export async function faultsOfRequests(
  judge: OpenApi,
  asked: readonly Request[],
  below: string,
): Promise<string[]> {
  const faults = await Promise.all(
    asked.map(async (request) => {
      const { pathname, searchParams: query } = new URL(request.url);
      const path = decodeURIComponent(pathname.slice(below.length));
      const text = await request.clone().text();
      return judge.faultsOfRequest({
        ...{ method: request.method, path, query },
        body: text ? JSON.parse(text) : undefined,
      });
    }),
  );
  return faults.flat();
}
