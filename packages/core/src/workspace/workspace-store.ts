import { digest, newId } from "../id.ts";
import { toJson } from "../json.ts";
import type { Key, NewRow, Table } from "../ports.ts";
import { scopedTable } from "../table-scope.ts";
import { expiring } from "../wake.ts";
import { linkMinutes, Session, sessionDays, User, Workspace } from "./workspace.ts";

// People, sessions and sign-in links lie outside any workspace; their keys begin with "#", which no workspace's can.
const userKey = (email: string): Key => ({ pk: `#user.${digest([email.toLowerCase()])}`, sk: "u" });
const sessionKey = (token: string): Key => ({ pk: `#session.${digest([token], 32)}`, sk: "s" });
const linkKey = (token: string): Key => ({ pk: `#link.${digest([token], 32)}`, sk: "l" });
const workspaceKey: Key = { pk: "workspace", sk: "w" };

function sessionRow(token: string, session: Session): NewRow {
  const key = sessionKey(token);
  return { ...key, body: toJson(session), ...expiring(key.pk, session.expiresAt) };
}

type Random = (bytes: number) => Uint8Array;

export async function saveWorkspace(table: Table, workspace: Workspace): Promise<void> {
  await scopedTable(table, workspace.id).commit([{ put: { ...workspaceKey, body: toJson(workspace) } }]);
}

export async function getWorkspace(table: Table, id: string): Promise<Workspace | null> {
  const row = await scopedTable(table, id).get(workspaceKey);
  return row && Workspace.parse(row.body);
}

export async function getUser(table: Table, email: string): Promise<User | null> {
  const row = await table.get(userKey(email));
  return row && User.parse(row.body);
}

/** The person with this address, who from now on may open this workspace too. */
export async function admitUser(
  { table, random }: { table: Table; random: Random },
  email: string,
  workspaceId: string,
): Promise<User> {
  for (;;) {
    const row = await table.get(userKey(email));
    const known = row ? User.parse(row.body) : User.parse({ id: newId(random), email, workspaces: [] });
    if (known.workspaces.includes(workspaceId)) return known;
    const user = { ...known, workspaces: [...known.workspaces, workspaceId] };
    const put = { ...userKey(email), body: toJson(user) };
    const [outcome] = await table.commit([{ put, if: row ? { version: row.version } : "absent" }]);
    if (outcome?.done) return user;
  }
}

/** A new one-time token; only its hash is kept. */
export async function makeLink(
  { table, random, now }: { table: Table; random: Random; now: Date },
  link: { email: string; workspaceId: string },
): Promise<string> {
  const token = newId(random, 32);
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
  const key = linkKey(token);
  const put = { ...key, body: toJson({ ...link, expiresAt }), ...expiring(key.pk, expiresAt) };
  await table.commit([{ put, if: "absent" }]);
  return token;
}

/** Uses a link up: true for one caller only, however many try. Null when it is unknown, used or expired. */
export async function takeLink(
  { table, now }: { table: Table; now: Date },
  token: string,
): Promise<{ email: string; workspaceId: string } | null> {
  const row = await table.get(linkKey(token));
  if (!row) return null;
  const [outcome] = await table.commit([{ remove: linkKey(token), if: { version: row.version } }]);
  if (!outcome?.done || new Date(String(row.body.expiresAt)) < now) return null;
  return { email: String(row.body.email), workspaceId: String(row.body.workspaceId) };
}

/** Begins a session; the token goes into a cookie and nowhere else. */
export async function beginSession(
  { table, random, now }: { table: Table; random: Random; now: Date },
  who: { user: User; workspaceId: string },
): Promise<string> {
  const token = newId(random, 40);
  const session: Session = {
    userId: who.user.id,
    email: who.user.email,
    workspaceId: who.workspaceId,
    expiresAt: new Date(now.getTime() + sessionDays * 24 * 3600_000),
  };
  await table.commit([{ put: sessionRow(token, session), if: "absent" }]);
  return token;
}

/** The session that a token opens, or null when there is none or it has ended. */
export async function findSession(
  { table, now }: { table: Table; now: Date },
  token: string,
): Promise<Session | null> {
  const row = await table.get(sessionKey(token));
  if (!row) return null;
  const session = Session.parse(row.body);
  return session.expiresAt > now ? session : null;
}

export async function moveSession(table: Table, token: string, session: Session): Promise<void> {
  await table.commit([{ put: sessionRow(token, session) }]);
}

export async function endSession(table: Table, token: string): Promise<void> {
  await table.commit([{ remove: sessionKey(token) }]);
}
