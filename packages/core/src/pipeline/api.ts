import type { ZodType } from "zod";
import type { Context, OpenContext } from "../api/context.ts";
import { accounts } from "../api/handle/accounts.ts";
import { alerting } from "../api/handle/alerting.ts";
import { backfill } from "../api/handle/backfill.ts";
import { conversations } from "../api/handle/conversations.ts";
import { deadLetters } from "../api/handle/dead-letters.ts";
import { inbox } from "../api/handle/inbox.ts";
import { labeling } from "../api/handle/labeling.ts";
import { labels } from "../api/handle/labels.ts";
import { letters } from "../api/handle/letters.ts";
import { media } from "../api/handle/media.ts";
import { networks } from "../api/handle/networks.ts";
import { pushes } from "../api/handle/pushes.ts";
import { replies } from "../api/handle/replies.ts";
import { reports } from "../api/handle/reports.ts";
import { sessions } from "../api/handle/sessions.ts";
import { settle } from "../api/handle/settle.ts";
import { silence } from "../api/handle/silence.ts";
import { sources } from "../api/handle/sources.ts";
import { templates } from "../api/handle/templates.ts";
import { vocabulary } from "../api/handle/vocabulary.ts";
import {
  type ApiRequest,
  type ApiResponse,
  answered,
  answeredWith,
  refuseCrossSite,
  refused,
  sentTo,
  tokenOf,
} from "../api/request.ts";
import { type RouteName, routes } from "../api/routes.ts";
import { Refusal } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { Said } from "../said.ts";
import { scopedTable } from "../table-scope.ts";
import type { Session } from "../workspace/workspace.ts";
import { findSession } from "../workspace/workspace-store.ts";

const handlers = {
  ...accounts,
  ...deadLetters,
  ...sessions,
  ...networks,
  ...media,
  ...sources,
  ...inbox,
  ...conversations,
  ...replies,
  ...settle,
  ...templates,
  ...alerting,
  ...letters,
  ...reports,
  ...labels,
  ...silence,
  ...pushes,
  ...backfill,
  ...labeling,
  ...vocabulary,
};
type AnyHandler = (input: unknown, context: OpenContext | Context) => Promise<unknown>;

const table = (Object.keys(routes) as RouteName[]).map((name) => {
  const [method = "", path = ""] = name.split(" ");
  return { name, method, parts: path.split("/") };
});

/** Answers a person's request: route, session, origin, input, handler. A defect is thrown, for the door to log. */
export async function api(
  request: ApiRequest,
  ports: Ports,
  { signal, secure }: { signal: AbortSignal; secure: boolean },
): Promise<ApiResponse> {
  try {
    const match = matchRoute(request);
    if (!match) throw new Refusal("not-found", noRoute(request));
    refuseCrossSite(request);
    const route = routes[match.name];
    const headers: Record<string, string> = {};
    let path: string | null = null;
    const open: OpenContext = {
      ports,
      signal,
      secure,
      headers: request.headers,
      header: (name, value) => Object.assign(headers, { [name]: value }),
      redirect: (to) => {
        path = to;
      },
    };
    const context = route.rule === "open" ? open : await sessionContext(request, open);
    const input = parseInput(route.input, { ...queryOf(request), ...bodyOf(request), ...match.variables });
    const handler = handlers[match.name] as AnyHandler;
    const answer = await handler(input, context);
    if (path !== null) return sentTo(path, headers);
    return answer instanceof Blob ? await answeredWith(answer, headers) : answered(answer, headers);
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** @throws Refusal signed-out */
export async function sessionOf(
  request: Pick<ApiRequest, "headers">,
  ports: Pick<Ports, "table" | "now">,
): Promise<{ session: Session; token: string }> {
  const token = tokenOf(request);
  const session = token ? await findSession({ table: ports.table, now: ports.now() }, token) : null;
  if (!token || !session) throw new Refusal("signed-out", { ru: "Сначала войдите.", en: "Sign in first." });
  return { session, token };
}

async function sessionContext(request: ApiRequest, open: OpenContext): Promise<Context> {
  const { session, token } = await sessionOf(request, open.ports);
  return { ...open, session, token, table: scopedTable(open.ports.table, session.workspaceId) };
}

const noRoute = ({ method, path }: ApiRequest): Said => ({
  ru: `Такого запроса нет: ${method} ${path}.`,
  en: `There is no ${method} ${path}.`,
});

function matchRoute({
  method,
  path,
}: ApiRequest): { name: RouteName; variables: Record<string, string> } | null {
  const given = path.split("/");
  for (const { name, method: wanted, parts } of table) {
    if (wanted !== method || parts.length !== given.length) continue;
    const variables: Record<string, string> = {};
    const fits = parts.every((part, at) => {
      const value = given[at] ?? "";
      if (!part.startsWith(":")) return part === value;
      variables[part.slice(1)] = decode(value);
      return value !== "";
    });
    if (fits) return { name, variables };
  }
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal("bad-input", {
      ru: "Адрес запроса записан неверно.",
      en: "The address of this request is not well formed.",
    });
  }
}

const queryOf = ({ query }: ApiRequest): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

function bodyOf({ body }: ApiRequest): Record<string, unknown> {
  if (!body) return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    throw new Refusal("bad-input", {
      ru: "В теле запроса не JSON.",
      en: "The body of this request is not JSON.",
    });
  }
  throw new Refusal("bad-input", {
    ru: "В теле запроса не объект JSON.",
    en: "The body of this request is not a JSON object.",
  });
}

function parseInput(schema: ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".");
  throw new Refusal("bad-input", {
    ru: field ? `Поле «${field}»: такое значение не подходит.` : "Такой запрос не подходит.",
    en: `${field || "The request"}: ${issue?.message ?? "is not valid"}`,
  });
}
