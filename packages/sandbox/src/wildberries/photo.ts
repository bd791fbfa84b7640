// Buyers' photographs, drawn: a bottle of the product's colour. A demo must not borrow anybody's pictures.
import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [number, number, number];

const label: Colour = [250, 248, 244];
const cap: Colour = [70, 64, 60];
const tables: readonly Colour[] = [
  [236, 232, 226],
  [218, 226, 230],
  [226, 220, 234],
];

/** The colour at a point, both coordinates from 0 to 1. */
function colourAt(x: number, y: number, { tint, table }: { tint: Colour; table: Colour }): Colour {
  const isInside = (left: number, right: number, top: number, bottom: number) =>
    x >= left && x < right && y >= top && y < bottom;
  if (isInside(0.42, 0.58, 0.12, 0.24)) return cap;
  if (isInside(0.36, 0.64, 0.48, 0.72)) return label;
  if (isInside(0.3, 0.7, 0.24, 0.88)) return tint;
  return table;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/**
 * A PNG of the product with this colour. `turn` tells the buyer's photographs apart.
 * @param size in pixels
 */
export function photograph(of: {
  tint: Colour;
  turn: number;
  size: { width: number; height: number };
}): Buffer {
  const { tint, turn, size } = of;
  const table = tables[turn % tables.length] ?? label;
  const rows = Buffer.alloc(size.height * (1 + size.width * 3));
  let at = 0;
  for (let row = 0; row < size.height; row++) {
    rows[at++] = 0; // Each row names its filter; this is "none".
    for (let column = 0; column < size.width; column++) {
      for (const part of colourAt(column / size.width, row / size.height, { tint, table })) rows[at++] = part;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header.set([8, 2, 0, 0, 0], 8); // Eight bits a channel, true colour, the only compression, filter and no interlace.
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
