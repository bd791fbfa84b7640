// Elements that hold nothing, that close by themselves before the next of their kind, or that are leaves of a drawing.
const shallow = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt html head body " +
    "path use circle rect line polygon polyline ellipse stop image animate"
  ).split(" "),
);

/**
 * Whether the source opens more than `most` elements without closing them. Asked before a page is parsed, since the
 * time that HTML's own rules take grows with the square of the depth.
 */
export function nestsBeyond(html: string, most: number): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    const tag = name.toLowerCase();
    const ofThem = open.get(tag) ?? 0;
    if (shallow.has(tag) || (slash && ofThem === 0)) continue;
    const step = slash ? -1 : 1;
    open.set(tag, ofThem + step);
    depth += step;
    if (depth > most) return true;
  }
  return false;
}
