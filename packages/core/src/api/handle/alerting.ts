import { untoldOf } from "../../alert/alert-store.ts";
import type { Alerting, Channel } from "../../alert/alerting.ts";
import { changeAlerting, getAlerting } from "../../alert/alerting-store.ts";
import { broken, dueAt, type Line, type LineName, mended } from "../../alert/line.ts";
import { changeLine, listLines, removeLine } from "../../alert/line-store.ts";
import { type Notice, NotTold } from "../../alert/notice.ts";
import { openRecipient, sealWebhook } from "../../alert/recipient.ts";
import { rehearse } from "../../alert/rehearsal.ts";
import type { Brand } from "../../brand/brand.ts";
import { getBrand } from "../../brand/brand-store.ts";
import { Refusal } from "../../errors.ts";
import { newId } from "../../id.ts";
import { wakeLines } from "../../pipeline/jobs.ts";
import { bothTongues } from "../../said.ts";
import type { Context, Handlers } from "../context.ts";
import type { AlertingView, ChannelView } from "../routes/alerting.ts";

const mostChannels = 20;
/** The trials of a channel are kept as a line of their own, on which nothing ever waits. */
const trialRule = "trial";

async function brandOr404({ table }: Context, id: string): Promise<Brand> {
  const brand = await getBrand(table, id);
  if (brand) return brand;
  throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
}

function channelOr404({ channels }: Alerting, id: string): Channel {
  const channel = channels.find((one) => one.id === id);
  if (channel) return channel;
  throw new Refusal("not-found", {
    ru: "Такого канала здесь нет: возможно, его уже удалили.",
    en: "There is no such channel here: it may have been removed already.",
  });
}

async function view(context: Context, brandId: string): Promise<AlertingView> {
  const { channels, ...settings } = await getAlerting(context.table, brandId);
  const { sendsMail, publicUrl } = context.ports.messenger;
  const lines = await listLines(context.table, brandId);
  const shown = await Promise.all(channels.map((channel) => channelView(context, channel, lines)));
  return { ...settings, channels: shown, sendsMail, publicUrl };
}

async function channelView(
  { table }: Context,
  channel: Channel,
  all: readonly { name: LineName; line: Line }[],
): Promise<ChannelView> {
  const lines = all.filter(({ name }) => name.channel === channel.id);
  const told = lines.flatMap(({ line }) => line.told.map((at) => at.getTime()));
  const trouble = lines.find(({ line }) => line.broken)?.line.broken;
  let waiting = 0;
  for (const { name, line } of lines) {
    const days = [...new Set([...line.days, ...(line.telling?.days ?? [])])];
    waiting += (await untoldOf(table, name, days)).alerts.length;
  }
  return {
    id: channel.id,
    is: channel.is,
    title: channel.is === "slack" ? channel.title : channel.address,
    lastToldAt: told.length > 0 ? new Date(Math.max(...told)).toISOString() : null,
    waiting,
    broken: trouble ? { why: bothTongues(trouble.why), at: trouble.at.toISOString() } : null,
  };
}

/** A person has changed something: what was broken is tried again, and what waits is told by the new rules. */
async function lookAgain({ table, ports }: Context, alerting: Alerting, chosen: LineFilter): Promise<void> {
  for (const { name, line } of await listLines(table, chosen.brandId)) {
    if (chosen.channel !== undefined && name.channel !== chosen.channel) continue;
    const rule = alerting.rules.find(({ id }) => id === name.rule);
    const now =
      line.broken || line.days.length > 0
        ? await changeLine(table, name, { alerting, change: mended })
        : null;
    const at = rule && now && dueAt(now, rule, alerting);
    if (at) await wakeLines(ports, table.workspaceId, [{ line: name, at }]);
  }
}
type LineFilter = { brandId: string; channel?: string };

function refuseUnknown({ rules }: Pick<Alerting, "rules">, channels: readonly Channel[]): void {
  const ids = new Set(rules.map(({ id }) => id));
  if (ids.size < rules.length)
    throw new Refusal("bad-input", {
      ru: "У двух правил одно и то же имя (id). Дайте каждому своё.",
      en: "Two rules have the same id. Give each its own.",
    });
  const known = new Set(channels.map(({ id }) => id));
  if (rules.some(({ to }) => to.some((id) => !known.has(id))))
    throw new Refusal("conflict", {
      ru: "Правило называет канал, которого уже нет. Обновите страницу и выберите канал заново.",
      en: "A rule names a channel that is no longer there. Reload the page and choose a channel again.",
    });
}

export const alerting: Handlers<
  | "GET /api/alerting"
  | "PUT /api/alerting"
  | "POST /api/alerting/channels"
  | "DELETE /api/alerting/channels/:id"
  | "POST /api/alerting/channels/:id/trial"
  | "POST /api/alerting/rehearsal"
> = {
  async "GET /api/alerting"({ brand }, context) {
    await brandOr404(context, brand);
    return view(context, brand);
  },

  async "PUT /api/alerting"({ brand, ...settings }, context) {
    await brandOr404(context, brand);
    const next = await changeAlerting(context, brand, ({ channels }) => {
      refuseUnknown(settings, channels);
      return { ...settings, channels };
    });
    await lookAgain(context, next, { brandId: brand });
    return view(context, brand);
  },

  async "POST /api/alerting/channels"({ brand, channel: given }, context) {
    await brandOr404(context, brand);
    const { ports } = context;
    const id = newId(ports.random, 10);
    const channel: Channel =
      given.is === "email"
        ? { ...given, id }
        : { ...given, id, webhook: await sealWebhook(ports.secret, id, given.webhook) };
    await changeAlerting(context, brand, (before) => {
      if (before.channels.length >= mostChannels)
        throw new Refusal("too-many", {
          ru: `Каналов может быть не больше ${mostChannels}. Удалите лишний и добавьте этот.`,
          en: `There can be ${mostChannels} channels at most. Remove one and add this one then.`,
        });
      const isFirst = before.channels.length === 0;
      const rules = before.rules.map((rule) =>
        isFirst && rule.to.length === 0 ? { ...rule, to: [id] } : rule,
      );
      return { ...before, rules, channels: [...before.channels, channel] };
    });
    return view(context, brand);
  },

  async "DELETE /api/alerting/channels/:id"({ brand, id }, context) {
    await brandOr404(context, brand);
    await changeAlerting(context, brand, (before) => ({
      ...before,
      channels: before.channels.filter((channel) => channel.id !== id),
      rules: before.rules.map((rule) => ({ ...rule, to: rule.to.filter((to) => to !== id) })),
    }));
    for (const { name } of await listLines(context.table, brand))
      if (name.channel === id) await removeLine(context.table, name);
    return view(context, brand);
  },

  async "POST /api/alerting/channels/:id/trial"({ brand, id }, context) {
    const { table, ports } = context;
    const { name } = await brandOr404(context, brand);
    const alerting = await getAlerting(table, brand);
    const channel = channelOr404(alerting, id);
    const { language, timeZone } = alerting;
    const at = ports.now();
    const notice: Notice = {
      kind: "trial",
      id: newId(ports.random),
      workspaceId: table.workspaceId,
      language,
      timeZone,
      brand: name,
      path: "/alerts",
      at,
    };
    const line: LineName = { brandId: brand, rule: trialRule, channel: id };
    try {
      await ports.messenger.tell(await openRecipient(channel, ports.secret), notice, {
        signal: context.signal,
      });
    } catch (error) {
      if (!(error instanceof NotTold)) throw error;
      if (error.kind === "later") throw new Refusal("unavailable", error.said);
      await changeLine(table, line, { alerting, change: (before) => broken(before, error.said, at) });
      throw new Refusal("unreadable", error.said);
    }
    await changeLine(table, line, { alerting, change: (before) => ({ ...mended(before), told: [at] }) });
    await lookAgain(context, alerting, { brandId: brand, channel: id });
    return view(context, brand);
  },

  async "POST /api/alerting/rehearsal"({ brand, ...how }, context) {
    await brandOr404(context, brand);
    const { since, until, messages, ...more } = await rehearse(context.table, brand, {
      ...how,
      now: context.ports.now(),
    });
    return {
      ...more,
      since: since.toISOString(),
      until: until.toISOString(),
      messages: messages.map((message) => ({ ...message, at: message.at.toISOString() })),
    };
  },
};
