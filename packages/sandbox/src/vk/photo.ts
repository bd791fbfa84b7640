// Photographs that nobody took: drawn when asked for.
import { managerId, numberOf } from "./community.ts";

const sizes = [
  { type: "s", width: 75, height: 56 },
  { type: "x", width: 604, height: 453 },
  { type: "z", width: 1080, height: 810 },
];

/** As attachments of a comment or message. */
export function photosOf(of: number, count: number, base: string): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "photo",
    photo: {
      ...{
        id: of * 10 + index,
        album_id: -7,
        owner_id: managerId,
        date: 1_700_000_000,
        has_tags: false,
        text: "",
      },
      sizes: sizes.map((size) => ({ ...size, url: `${base}/photo/${of}-${index}-${size.width}.svg` })),
    },
  }));
}

export function drawing(name: string): string {
  const hue = numberOf(name.replace(/-\d+$/, "")) % 360;
  const width = Number(/-(\d+)$/.exec(name)?.[1] ?? 604);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(width * 0.75)}" viewBox="0 0 4 3"><rect width="4" height="3" fill="hsl(${hue} 40% 78%)"/><circle cx="2" cy="1.6" r="0.8" fill="hsl(${hue} 45% 45%)"/><circle cx="2" cy="1.6" r="0.6" fill="hsl(25 50% 30%)"/></svg>`;
}
