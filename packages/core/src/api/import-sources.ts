// Sources from a table: one a row, each connected or refused by itself.
import { z } from "zod";
import type { Account } from "../account/account.ts";
import type { Brand } from "../brand/brand.ts";
import { listBrands } from "../brand/brand-store.ts";
import type { Connector } from "../connector.ts";
import { Refusal } from "../errors.ts";
import { type CsvRow, csvRows } from "../source/csv-rows.ts";
import { InboxFrom } from "../source/source.ts";
import { connectSource, readStanding, type Standing } from "./connect.ts";
import { connectorOf } from "./connect-account.ts";
import type { Context } from "./context.ts";
import { notConnectedHere } from "./handle/accounts.ts";
import { askForPull } from "./handle/sources.ts";
import type { ConnectedView } from "./routes/accounts.ts";
import type { ParsedInputOf } from "./routes.ts";

const mostRows = 1000;
/** All other columns are settings. */
const ownColumns = ["network", "title", "brand", "account", "inbox"];

/** @throws Refusal when the text is no such table; a row that is not good is a result and stops no other */
export async function importSources(
  { text, brand, inboxFrom }: ParsedInputOf<"POST /api/sources/import">,
  context: Context,
): Promise<{ results: ConnectedView[] }> {
  const { names, rows } = csvRows(text);
  if (!names.includes("network"))
    throw new Refusal("bad-input", {
      ru: "В первой строке таблицы нет столбца network. Столбцы: network, title, brand, account, inbox и настройки по именам.",
      en: "The table's first row names no column “network”. The columns: network, title, brand, account, inbox, and settings by name.",
    });
  if (rows.length > mostRows)
    throw new Refusal("too-large", {
      ru: `В таблице ${rows.length} строк, а за раз подключается до ${mostRows}. Разделите её.`,
      en: `The table has ${rows.length} rows, and ${mostRows} are connected at once. Split it.`,
    });
  const standing = await readStanding(context);
  const brands = await listBrands(context.table);
  const results: ConnectedView[] = [];
  for (const row of rows) {
    const result = await connectRow(row, { brand, inboxFrom, standing, brands }, context).catch(
      (error: unknown) => notConnectedHere(row.cells.title ?? row.cells.network ?? "", error),
    );
    results.push({ line: row.line, ...result });
  }
  return { results };
}

interface Known {
  brand: string;
  inboxFrom: InboxFrom;
  standing: Standing;
  brands: readonly Brand[];
}

async function connectRow({ cells }: CsvRow, known: Known, context: Context): Promise<ConnectedView> {
  const connector = connectorOf(context.ports, cells.network?.toLowerCase() ?? "");
  const account = accountNamed(cells.account, connector, known);
  const settings = settingsIn(cells, connector);
  const title = cells.title ?? account?.title ?? connector.title;
  const { source } = await connectSource(
    {
      network: connector.network,
      title: title.slice(0, 200),
      brand: brandNamed(cells.brand, known),
      settings,
      inboxFrom: inboxNamed(cells.inbox, known),
      ...(account && { account: account.id }),
    },
    context,
    known.standing,
  );
  await askForPull(context, source);
  return { title, is: "connected", source: source.id };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function brandNamed(name: string | undefined, { brand, brands }: Known): string {
  if (name === undefined) return brand;
  const found = brands.find((one) => one.id === name || same(one.name, name));
  if (found) return found.id;
  throw new Refusal("bad-input", {
    ru: `Бренда «${name}» здесь нет.`,
    en: `There is no brand called "${name}" here.`,
  });
}

function inboxNamed(choice: string | undefined, { inboxFrom }: Known): InboxFrom {
  if (choice === undefined) return inboxFrom;
  const read = InboxFrom.safeParse(choice.toLowerCase());
  if (read.success) return read.data;
  throw new Refusal("bad-input", {
    ru: `inbox: «${choice}» не подходит. Бывает: ${InboxFrom.options.join(", ")}.`,
    en: `inbox: "${choice}" will not do. It is one of: ${InboxFrom.options.join(", ")}.`,
  });
}

/** The one named, or the network's only one. */
function accountNamed(
  name: string | undefined,
  { network, title, account }: Connector,
  { standing }: Known,
): Account | null {
  if (account.is === "none") return null;
  const all = standing.accounts.filter((one) => one.network === network);
  const fitting = name === undefined ? all : all.filter((one) => one.id === name || same(one.title, name));
  const [found, another] = fitting;
  if (found && !another) return found;
  const titles = all.map((one) => one.title).join(", ");
  if (all.length === 0)
    throw new Refusal("bad-input", {
      ru: `${title} ещё не подключён: сначала войдите там, «Источники» → «Добавить источник».`,
      en: `${title} has no account here yet: connect one first, “Sources”, “Add a source”.`,
    });
  throw new Refusal("bad-input", {
    ru: `account: ${name === undefined ? "не указано подключение" : `«${name}» не подходит`}. Подключения ${title}: ${titles}.`,
    en: `account: ${name === undefined ? "none is named" : `"${name}" will not do`}. The accounts of ${title}: ${titles}.`,
  });
}

const Property = z.object({
  type: z.string().optional().catch(undefined),
  items: z.object({ type: z.string().optional() }).optional().catch(undefined),
});
const SettingsSchema = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });

/** Cells of the settings' columns, as the types that the connector's schema states. */
function settingsIn(cells: Record<string, string>, { title, settings }: Connector): Record<string, unknown> {
  const schema = SettingsSchema.safeParse(z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }));
  const properties = schema.success ? schema.data.properties : {};
  const names = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]));
  const read: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(cells)) {
    if (ownColumns.includes(column)) continue;
    const name = names.get(column);
    if (name === undefined)
      throw new Refusal("bad-input", {
        ru: `${title}: настройки «${column}» нет. Есть: ${[...names.values()].join(", ") || "никаких"}.`,
        en: `${title} has no setting "${column}". It has: ${[...names.values()].join(", ") || "none"}.`,
      });
    read[name] = valueIn(cell, Property.parse(properties[name]));
  }
  return read;
}

const yes = /^(true|yes|1|да|истина)$/i;
const no = /^(false|no|0|нет|ложь)$/i;

/** What is not of its type stays text, for the schema to refuse by the field's name. */
function valueIn(cell: string, { type, items }: z.infer<typeof Property>): unknown {
  if (type === "array")
    return cell
      .split(/[;|\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => valueIn(part, { type: items?.type }));
  if (type === "boolean") return yes.test(cell) ? true : no.test(cell) ? false : cell;
  if (type === "number" || type === "integer") {
    const number = Number(cell.replace(",", "."));
    return Number.isNaN(number) ? cell : number;
  }
  return cell;
}
