import { listBrands, saveBrand } from "../../brand/brand-store.ts";
import { Refusal } from "../../errors.ts";
import { newId } from "../../id.ts";
import type { Ports } from "../../ports.ts";
import { defaultRegulation } from "../../regulation/regulation.ts";
import { scopedTable } from "../../table-scope.ts";
import { starterTemplates } from "../../template/starters.ts";
import { saveTemplate } from "../../template/template-store.ts";
import { type Session, sessionDays, type Workspace } from "../../workspace/workspace.ts";
import {
  admitUser,
  beginSession,
  endSession,
  getUser,
  getWorkspace,
  moveSession,
  saveWorkspace,
  takeLink,
} from "../../workspace/workspace-store.ts";
import type { Context, Handlers } from "../context.ts";
import { sessionCookie } from "../request.ts";
import type { MeView } from "../views.ts";

/** A workspace with one brand of the same name and the templates that everybody begins with. */
export async function foundWorkspace(
  ports: Pick<Ports, "table" | "random" | "now">,
  workspace: Omit<Workspace, "id" | "createdAt">,
): Promise<{ workspace: Workspace; brandId: string }> {
  const founded: Workspace = { ...workspace, id: newId(ports.random, 10), createdAt: ports.now() };
  const table = scopedTable(ports.table, founded.id);
  const brandId = newId(ports.random, 6);
  await saveWorkspace(ports.table, founded);
  await saveBrand(table, { id: brandId, name: workspace.name, regulation: defaultRegulation });
  for (const starter of starterTemplates)
    await saveTemplate(table, { ...starter, brandId, id: newId(ports.random, 10) });
  return { workspace: founded, brandId };
}

async function me({ ports }: Context, session: Session): Promise<MeView> {
  const user = await getUser(ports.table, session.email);
  const found = await Promise.all((user?.workspaces ?? []).map((id) => getWorkspace(ports.table, id)));
  const workspaces = found.filter((workspace) => workspace !== null);
  const here = workspaces.find(({ id }) => id === session.workspaceId);
  if (!here)
    throw new Refusal("signed-out", {
      ru: "К этому рабочему месту у вас больше нет доступа. Войдите снова.",
      en: "This workspace is no longer yours. Sign in again.",
    });
  const brands = await listBrands(scopedTable(ports.table, here.id));
  return {
    email: session.email,
    workspace: show(here),
    workspaces: workspaces.map(show),
    brands: brands.map(({ id, name }) => ({ id, name })),
    ...(here.sandboxUrl ? { sandboxUrl: here.sandboxUrl } : {}),
  };
}

const show = ({ id, name, kind }: Workspace) => ({ id, name, kind });

async function moveTo(context: Context, workspaceId: string): Promise<MeView> {
  const session = { ...context.session, workspaceId };
  await moveSession(context.ports.table, context.token, session);
  return me(context, session);
}

export const sessions: Handlers<
  | "POST /api/sign-in"
  | "POST /api/sign-out"
  | "GET /api/me"
  | "POST /api/workspaces"
  | "POST /api/workspaces/:id/open"
> = {
  async "POST /api/sign-in"({ token }, { ports, header, secure }) {
    const { table, random } = ports;
    const now = ports.now();
    const link = await takeLink({ table, now }, token);
    const user = link && (await getUser(table, link.email));
    if (!link || !user?.workspaces.includes(link.workspaceId))
      throw new Refusal("signed-out", {
        ru: "Ссылка уже использована или устарела. Сделайте новую: npx otklik sign-in ВАША-ПОЧТА",
        en: "This link has been used or has expired. Make a new one: npx otklik sign-in YOUR-EMAIL",
      });
    const session = await beginSession({ table, random, now }, { user, workspaceId: link.workspaceId });
    header("set-cookie", sessionCookie(session, { secure, days: sessionDays }));
    return { done: true };
  },

  async "POST /api/sign-out"(_, { ports, token, header, secure }) {
    await endSession(ports.table, token);
    header("set-cookie", sessionCookie(null, { secure, days: 0 }));
    return { done: true };
  },

  "GET /api/me": (_, context) => me(context, context.session),

  async "POST /api/workspaces"({ name }, context) {
    const { workspace } = await foundWorkspace(context.ports, { name, kind: "own" });
    await admitUser(context.ports, context.session.email, workspace.id);
    return moveTo(context, workspace.id);
  },

  async "POST /api/workspaces/:id/open"({ id }, context) {
    const user = await getUser(context.ports.table, context.session.email);
    if (!user?.workspaces.includes(id))
      throw new Refusal("not-found", {
        ru: "Такого рабочего места у вас нет.",
        en: "There is no such workspace of yours.",
      });
    return moveTo(context, id);
  },
};
