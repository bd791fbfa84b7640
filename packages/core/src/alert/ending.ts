import { type Account, nextWarningAt, warnedDaysBefore } from "../account/account.ts";
import { changeAccount, getAccount } from "../account/account-store.ts";
import type { Said } from "../said.ts";
import { listSources } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { dayOf } from "../trend/trend.ts";
import { type Alert, reachingRules } from "./alert.ts";
import { getAlerting } from "./alerting-store.ts";
import type { NoticeSource } from "./notice.ts";
import { raise, type Waking } from "./raise.ts";

const prefix = "ends.";
export const isEnding = (id: string): boolean => id.startsWith(prefix);

/** One warning of one end: an account that is renewed has another end, and other warnings. */
const idOf = ({ id }: Account, expiresAt: Date, days: number): string =>
  `${prefix}${id}~${expiresAt.toISOString()}~${days}`;

/**
 * Warns the brands whose sources an account serves that it ends, when the time for a warning has come; returns the lines
 * to be woken. The alerts first and how far was warned last: a sweep that was killed between raises the same ones.
 */
export async function raiseEnding(table: ScopedTable, accountId: string, now: Date): Promise<Waking[]> {
  const account = await getAccount(table, accountId);
  const due = account && nextWarningAt(account);
  if (!account?.expiresAt || !due || due > now) return [];
  const days = warnedDaysBefore(account, now);
  const wakings: Waking[] = [];
  if (days !== null && account.expiresAt > now && !account.ended)
    for (const brandId of await brandsOf(table, accountId)) {
      const alerting = await getAlerting(table, brandId);
      const alerts = reachingRules(alerting, "failing", account.network).map(
        ({ id: rule }): Alert => ({
          rule,
          day: dayOf(due),
          id: idOf(account, account.expiresAt as Date, days),
          rankAt: account.expiresAt as Date,
          at: now,
        }),
      );
      wakings.push(...(await raise(table, { brandId, alerting, alerts }, now)));
    }
  await changeAccount(table, accountId, (kept) => ({ ...kept, warnedTo: now }));
  return wakings;
}

async function brandsOf(table: ScopedTable, accountId: string): Promise<string[]> {
  const all = await listSources(table);
  const theirs = all.filter(({ source }) => source.accountId === accountId);
  return [...new Set(theirs.map(({ source }) => source.brandId))];
}

/** What a warning says now; null where the account has been renewed, is gone or has ended meanwhile. */
export async function stillEnding(table: ScopedTable, id: string, now: Date): Promise<NoticeSource | null> {
  const [accountId = "", end = ""] = id.slice(prefix.length).split("~");
  const account = await getAccount(table, accountId);
  const { expiresAt } = account ?? {};
  if (!account || account.ended || expiresAt?.toISOString() !== end || expiresAt <= now) return null;
  const { network, title } = account;
  return { path: "/sources", network, title, since: account.connectedAt, endsAt: expiresAt, why };
}

const why: Said = {
  ru: "Создайте новый доступ на площадке и впишите его в «Источниках», тогда ничего не прервётся.",
  en: "Create a new credential at the network and give it under “Sources”, and nothing is interrupted.",
};
