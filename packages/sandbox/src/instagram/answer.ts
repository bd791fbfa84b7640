// A thing with those of its fields that were asked for.
import { pageOf, written } from "./edges.ts";
import { fieldsIn, type Wanted } from "./fields.ts";
import { noField, Problem } from "./problems.ts";
import type { Thing } from "./things.ts";

/** Where a list goes on, with the token, for `next`. */
export type NextAddress = (path: string, after: string) => string;

/** @throws Problem where the text is no list of fields */
export function wantedIn(text: string | undefined): readonly Wanted[] {
  if (text === undefined || text === "") return [];
  const fields = fieldsIn(text.replace(/\s+/g, ""));
  if (!fields)
    throw new Problem(2500, `Syntax error "Unexpected end of string." at character ${text.length}: ${text}`);
  return fields;
}

/** What the Graph API knows of its things, and leaves out where there is nothing to tell. */
const known = new Set([
  ...[
    "id",
    "text",
    "timestamp",
    "username",
    "from",
    "user",
    "hidden",
    "like_count",
    "parent_id",
    "media",
    "replies",
  ],
  ...[
    "caption",
    "permalink",
    "media_type",
    "media_product_type",
    "media_url",
    "thumbnail_url",
    "shortcode",
    "owner",
  ],
  ...[
    "comments_count",
    "comments",
    "is_comment_enabled",
    "name",
    "access_token",
    "instagram_business_account",
  ],
  ...["profile_picture_url", "mentioned_comment", "mentioned_media"],
]);

/** @throws Problem for a field that there is not */
export function shown(thing: Thing, wanted: readonly Wanted[], next: NextAddress): Record<string, unknown> {
  const fields =
    wanted.length > 0 ? wanted : thing.usual.map((name) => ({ name, modifiers: {}, fields: [] }));
  const told: Record<string, unknown> = {};
  for (const field of fields) {
    const { name } = field;
    const edge = thing.edges[name];
    if (edge) {
      const list = shownEdge(edge(), { ...field, path: `${thing.id}/${name}` }, next);
      if ((list.data as unknown[]).length > 0) told[name] = list;
    } else if (name in thing.fields) told[name] = shownValue(thing.fields[name], field, next);
    else if (!known.has(name)) throw noField(name);
  }
  return { ...told, id: thing.id };
}

function shownValue(value: unknown, { fields }: Wanted, next: NextAddress): unknown {
  if (!isThing(value)) return value;
  return shown(value, fields, next);
}

const isThing = (value: unknown): value is Thing =>
  value !== null && typeof value === "object" && "edges" in value && "usual" in value;

/** One page of a list, which lies at `path`. */
export function shownEdge(
  things: readonly Thing[],
  { modifiers, fields, path }: Pick<Wanted, "modifiers" | "fields"> & { path: string },
  next: NextAddress,
): Record<string, unknown> {
  const page = pageOf(things, modifiers);
  const data = page.members.map((member) => shown(member, fields, next));
  return written(page, data, (after) => next(path, after));
}
