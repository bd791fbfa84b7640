import { posix } from "node:path";
import { Refusal } from "@otklik/core/errors";
import { isDateFormat } from "./serial-date.ts";
import { type CellContext, sheetRows } from "./sheet.ts";
import type { Row } from "./table.ts";
import { readXml } from "./xml.ts";
import { openZip, type Parts } from "./zip.ts";

const mostOfPart = 20_000_000; // bytes unpacked of the small parts
const mostStrings = 200_000_000; // of the shared strings, which are held in memory
const mostOfSheet = 1_000_000_000; // of a sheet, which streams

export interface Workbook {
  /** Names of the sheets in their order, hidden ones last. */
  sheets: readonly string[];
  /** Rows of that sheet. @throws Refusal "bad-input" when there is none of this name */
  rows(sheet: string): AsyncGenerator<Row, void, undefined>;
}

/**
 * An XLSX workbook (ECMA-376). Its shared strings are held in memory, its sheets are not.
 * @throws Refusal when it is damaged, no workbook, or unpacks to too much
 */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook> {
  const parts = await openZip(bytes);
  const root = (await relations(parts, "")).find(({ type }) => type.endsWith("/officeDocument"));
  if (!root || !parts.has(root.path)) {
    throw new Refusal("unreadable", {
      ru: "Это архив, а не книга Excel. Сохраните таблицу в XLSX или CSV.",
      en: "This archive is no Excel workbook. Save the table as XLSX or CSV.",
    });
  }
  const { sheets, is1904 } = await readBook(parts, root.path);
  const related = await relations(parts, root.path);
  const partOf = (type: string) =>
    related.find((relation) => relation.type.endsWith(`/${type}`) && parts.has(relation.path))?.path;
  const context: CellContext = {
    is1904,
    strings: await sharedStrings(parts, partOf("sharedStrings")),
    dateStyles: await dateStyles(parts, partOf("styles")),
  };

  function rows(name: string) {
    const id = sheets.find((sheet) => sheet.name === name)?.id;
    const path = related.find((relation) => relation.id === id)?.path;
    if (!path)
      throw new Refusal("bad-input", {
        ru: `В книге нет листа «${name}».`,
        en: `The workbook has no sheet "${name}".`,
      });
    return sheetRows(parts.open(path, mostOfSheet), context);
  }
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const hidden = sheets.filter(({ isHidden }) => isHidden);
  return { sheets: [...shown, ...hidden].map(({ name }) => name), rows };
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

async function relations(parts: Parts, of: string): Promise<Relation[]> {
  const path = posix.join(posix.dirname(of), "_rels", `${posix.basename(of)}.rels`);
  const found: Relation[] = [];
  if (!parts.has(path)) return found;
  await readXml(parts.open(path, mostOfPart), {
    open(name, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (name !== "Relationship") return;
      const full = target.startsWith("/") ? target : posix.join("/", posix.dirname(of), target);
      found.push({ id, type, path: full.slice(1) });
    },
  });
  return found;
}

interface Sheet {
  name: string;
  id: string;
  isHidden: boolean;
}

async function readBook(parts: Parts, path: string): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readXml(parts.open(path, mostOfPart), {
    open(tag, attributes) {
      if (tag === "workbookPr") is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push({
        name: attributes.name ?? "",
        id,
        isHidden: (attributes.state ?? "visible") !== "visible",
      });
    },
  });
  return { sheets, is1904 };
}

/** Letters of all runs of a string; the reading aids of East Asian text are left out. */
async function sharedStrings(parts: Parts, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!path) return strings;
  let current = "";
  let isText = false;
  let aids = 0;
  await readXml(parts.open(path, mostStrings), {
    open(tag) {
      if (tag === "si") current = "";
      if (tag === "rPh") aids++;
      isText = tag === "t" && aids === 0;
    },
    text(text) {
      if (isText) current += text;
    },
    close(tag) {
      isText = false;
      if (tag === "rPh") aids--;
      if (tag === "si") strings.push(current);
    },
  });
  return strings;
}

/** For each cell style, whether it shows dates. */
async function dateStyles(parts: Parts, path: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!path) return styles;
  const codes = new Map<number, string>();
  let isCellStyle = false;
  await readXml(parts.open(path, mostOfPart), {
    open(tag, { numFmtId = "0", formatCode = "" }) {
      if (tag === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (tag === "cellXfs") isCellStyle = true;
      const id = Number(numFmtId);
      if (tag === "xf" && isCellStyle) styles.push(isDateFormat(id, codes.get(id)));
    },
    close(tag) {
      if (tag === "cellXfs") isCellStyle = false;
    },
  });
  return styles;
}
