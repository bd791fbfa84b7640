import type { Label } from "@otklik/core/label/label";
import type { Labeler } from "@otklik/core/label/labeler";
import { type Slice, sliceOf, slices } from "./groups.ts";
import { judgeByPeer, judgedBy, labelsOf } from "./judge.ts";
import type { Peer } from "./peers.ts";
import type { Row } from "./rows.ts";
import { type Score, scoreOf } from "./score.ts";
import type { Judged } from "./side.ts";

/** What one labeler reached on a group of texts. */
export interface Line {
  labeler: string;
  score: Score;
}

/** Texts that are looked at together. The first line is our labeler's on the words alone, on all of them. */
export interface Group {
  name: string;
  lines: [Line, ...Line[]];
}

export interface Report {
  slices: Group[];
  languages: Group[];
  sources: Group[];
}

/** What everybody said of a row, by the place of the row in the data. */
interface Said {
  labeler: string;
  alone: Judged[];
  stars: (Judged | undefined)[];
  peers: Map<string, (Judged | undefined)[]>;
}

/**
 * Measures our labeler on all rows, by their labels on the words alone and with the stars of those that have them, and
 * each peer on the rows in its languages; a peer stands in the groups that it can read as a whole, so that all lines of a
 * group are of the same rows.
 */
export const reportOf = async (
  rows: readonly Row[],
  {
    labeler,
    labels,
    peers,
    social,
  }: { labeler: Labeler; labels: readonly Label[]; peers: readonly Peer[]; social: ReadonlySet<string> },
): Promise<Report> => {
  const said: Said = {
    labeler: labeler.name,
    alone: judgedBy(labels, rows),
    stars: await judgeStars(labeler, rows),
    peers: await judgePeers(peers, rows),
  };
  const places = rows.map((row, place) => ({ row, place }));
  const groupsBy = (nameOf: (row: Row) => string): Group[] =>
    [...Map.groupBy(places, ({ row }) => nameOf(row))]
      .map(([name, found]) =>
        groupOf(
          name,
          found.map(({ place }) => place),
          said,
        ),
      )
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const bySlice = groupsBy((row) => sliceOf(row, social));
  return {
    slices: bySlice.sort((a, b) => slices.indexOf(a.name as Slice) - slices.indexOf(b.name as Slice)),
    languages: groupsBy(({ language }) => language),
    sources: groupsBy(({ source }) => source),
  };
};

const judgeStars = async (labeler: Labeler, rows: readonly Row[]): Promise<(Judged | undefined)[]> => {
  const rated = rows.filter(({ rating }) => rating);
  const judged = judgedBy(await labelsOf(labeler, rated, { stars: true }), rated).values();
  return rows.map(({ rating }) => (rating ? judged.next().value : undefined));
};

const judgePeers = async (
  peers: readonly Peer[],
  rows: readonly Row[],
): Promise<Map<string, (Judged | undefined)[]>> => {
  const said = new Map<string, (Judged | undefined)[]>();
  for (const peer of peers) {
    const known = said.get(peer.name) ?? rows.map(() => undefined);
    const judged = (
      await judgeByPeer(
        peer,
        rows.filter(({ language }) => language === peer.language),
      )
    ).values();
    const isRead = ({ language }: Row): boolean => language === peer.language;
    said.set(
      peer.name,
      rows.map((row, place) => (isRead(row) ? judged.next().value : known[place])),
    );
  }
  return said;
};

const groupOf = (name: string, places: readonly number[], { labeler, alone, stars, peers }: Said): Group => {
  const at = (judged: readonly (Judged | undefined)[], some = places): Judged[] =>
    some.map((place) => judged[place]).filter((one) => one !== undefined);
  const rated = places.filter((place) => stars[place]);
  const lines: Group["lines"] = [{ labeler, score: scoreOf(at(alone)) }];
  if (rated.length > 0 && rated.length < places.length)
    lines.push({ labeler: `${labeler}, the rated alone`, score: scoreOf(at(alone, rated)) });
  if (rated.length > 0) lines.push({ labeler: `${labeler} with stars`, score: scoreOf(at(stars, rated)) });
  for (const [peer, judged] of peers) {
    const all = at(judged);
    if (all.length === places.length) lines.push({ labeler: peer, score: scoreOf(all) });
  }
  return { name, lines };
};
