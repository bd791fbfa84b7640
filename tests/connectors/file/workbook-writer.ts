import { crc32, deflateRawSync } from "node:zlib";

/** A cell: text, a number, a number shown as a date, or nothing. */
export type SheetCell = string | number | { serial: number } | null;
export interface SheetToWrite {
  name: string;
  rows: SheetCell[][];
  hidden?: boolean;
}

const dateStyle = 1;
const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An XLSX workbook with shared strings, as Excel writes it. Empty rows are left out of the sheet, as there. */
export function writeWorkbook(sheets: readonly SheetToWrite[], { is1904 = false } = {}): Uint8Array {
  const strings: string[] = [];
  const sheetParts = sheets.map(({ rows }, index) => ({
    path: `xl/worksheets/sheet${index + 1}.xml`,
    text: sheetXml(rows, strings),
  }));
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  return writeZip([
    { path: "_rels/.rels", text: relationsXml([relation("rId1", "officeDocument", "xl/workbook.xml")]) },
    {
      path: "xl/workbook.xml",
      text: `<workbook xmlns:r="${relationTypes}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: relationsXml([
        ...relations,
        relation("rIdStrings", "sharedStrings", "sharedStrings.xml"),
        relation("rIdStyles", "styles", "/xl/styles.xml"),
      ]),
    },
    {
      path: "xl/styles.xml",
      text: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    ...sheetParts,
    {
      path: "xl/sharedStrings.xml",
      text: `<sst>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    },
  ]);
}

function sheetXml(rows: readonly SheetCell[][], strings: string[]): string {
  const lines = rows.map((cells, row) => {
    const written = cells
      .map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`, strings))
      .join("");
    return written && `<row r="${row + 1}">${written}</row>`;
  });
  return `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, place: string, strings: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${place}" s="${dateStyle}"><v>${cell.serial}</v></c>`;
  const index = strings.push(`<t xml:space="preserve">${escaped(cell)}</t>`) - 1;
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

const letter = (column: number): string => String.fromCharCode(65 + column);
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`;
const relationsXml = (relations: string[]): string => `<Relationships>${relations.join("")}</Relationships>`;

/** A ZIP archive of deflated parts (APPNOTE 4.3). */
export function writeZip(parts: readonly { path: string; text: string }[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\x05\x06"), end]);
}
