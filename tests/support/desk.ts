import type { InputOf, OutputOf, RouteName } from "@otklik/core/api/routes";
import { api } from "@otklik/core/pipeline/api";
import type { Ports } from "@otklik/core/ports";
import type { Said } from "@otklik/core/said";
import { admitUser, makeLink } from "@otklik/core/workspace/workspace-store";

export interface Answered<N extends RouteName> {
  status: number;
  body: OutputOf<N>;
  error?: { code: string; message: string; said: Said; detail?: Record<string, unknown> };
}

/** A person at the desk: signs in by a link and calls the API as the browser does. */
export async function desk(
  { ports, workspaceId }: { ports: Ports; workspaceId: string },
  email = "anna@example.com",
): Promise<{
  cookie: string;
  call<N extends RouteName>(name: N, input: InputOf<N>): Promise<Answered<N>>;
}> {
  const { table, random } = ports;
  await admitUser({ table, random }, email, workspaceId);
  const token = await makeLink({ table, random, now: ports.now() }, { email, workspaceId });
  const signedIn = await request(ports, "POST /api/sign-in", { token }, "");
  const cookie = signedIn.headers["set-cookie"]?.split(";")[0] ?? "";
  return {
    cookie,
    async call(name, input) {
      const { status, body } = await request(ports, name, input as Record<string, unknown>, cookie);
      const parsed = JSON.parse(String(body));
      return { status, body: parsed, ...(parsed?.error ? { error: parsed.error } : {}) };
    },
  };
}

/** One request, its path filled in, the rest in the query or the body as the method has it. */
export function request(ports: Ports, name: string, input: Record<string, unknown>, cookie: string) {
  const [method = "", pattern = ""] = name.split(" ");
  const rest = { ...input };
  const path = pattern.replace(/:([a-z]+)/gi, (_, variable: string) => {
    const value = encodeURIComponent(String(rest[variable]));
    delete rest[variable];
    return value;
  });
  const inQuery = method === "GET" || method === "DELETE";
  const query = inQuery
    ? Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, [value].flat().map(String)]))
    : {};
  return api(
    {
      method,
      path,
      query,
      headers: { cookie, "x-otklik": "1" },
      ...(inQuery ? {} : { body: JSON.stringify(rest) }),
    },
    ports,
    { signal: AbortSignal.timeout(20_000), secure: false },
  );
}
