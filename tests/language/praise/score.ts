import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Label } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";

/** A review of the set as it was read: see README.md beside this. */
interface Read {
  id: string;
  language: string;
  drawn: string;
  complaint: boolean;
  praise: boolean;
  sentiment: string;
  half: string;
}

/** How well one thing is found: of those that are, how many are said; of those said, how many are. */
interface Found {
  recall: number;
  precision: number;
  /** How many there are. */
  of: number;
}

export interface PraiseScore {
  language: string;
  /** "develop", "sealed" or "both". */
  half: string;
  /** Whether the labeler was told the stars. */
  stars: boolean;
  texts: number;
  /** The label's `complaint` in all texts. */
  complaint: Found;
  /** The label's `complaint` in those texts that praise: "five stars, but". */
  insidePraise: Found;
  /** A sentiment of "mixed". */
  mixed: Found;
}

const labels = new URL("./labels.tsv", import.meta.url);
const data = new URL("../../../../shared/sentiment/train.tsv.gz", import.meta.url);

/** Whether the texts are there: they are not ours to publish, and stand beside the repository. */
export const hasPraiseTexts = (): boolean => existsSync(data);

/**
 * Scores the labels of a labeler on the set, by language and half, by the text alone and with the stars.
 * @throws Error when a text of the set is not in the data.
 */
export const scorePraise = async (labeler: Labeler): Promise<PraiseScore[]> => {
  const all = readSet();
  const mentions = mentionsOf(all);
  const told = { alone: mentions.map(({ rating, ...rest }) => rest), "with stars": mentions };
  const scores: PraiseScore[] = [];
  for (const [stars, asked] of Object.entries(told)) {
    const outcomes = await labeler.label(asked, { workspaceId: "praise" });
    const judged = all.map((read, place) => ({ read, label: labelIn(outcomes[place]) }));
    for (const language of ["ru", "en"])
      for (const half of ["develop", "sealed", "both"]) {
        const some = judged.filter(
          ({ read }) => read.language === language && (half === "both" || read.half === half),
        );
        scores.push({ language, half, stars: stars === "with stars", texts: some.length, ...scoreOf(some) });
      }
  }
  return scores;
};

interface Judged {
  read: Read;
  label: Label;
}

const scoreOf = (judged: readonly Judged[]): Pick<PraiseScore, "complaint" | "insidePraise" | "mixed"> => {
  const complains = ({ read }: Judged) => read.complaint;
  const saysSo = ({ label }: Judged) => label.complaint;
  return {
    complaint: found(judged, complains, saysSo),
    insidePraise: found(
      judged.filter(({ read }) => read.praise),
      complains,
      saysSo,
    ),
    mixed: found(
      judged,
      ({ read }) => read.sentiment === "mixed",
      ({ label }) => label.sentiment.is === "mixed",
    ),
  };
};

const found = (
  judged: readonly Judged[],
  is: (one: Judged) => boolean,
  isSaid: (one: Judged) => boolean,
): Found => {
  const are = judged.filter(is);
  const said = judged.filter(isSaid);
  const right = are.filter(isSaid).length;
  return { recall: right / are.length, precision: right / said.length, of: are.length };
};

const readSet = (): Read[] =>
  linesOf(readFileSync(labels, "utf8")).map((line) => {
    const [id = "", language = "", , drawn = "", complaint, praise, sentiment = "", half = ""] =
      line.split("\t");
    return { id, language, drawn, complaint: complaint === "yes", praise: praise === "yes", sentiment, half };
  });

const mentionsOf = (reads: readonly Read[]): Labelled[] => {
  const written = new Map<string, Labelled>();
  const wanted = new Set(reads.map(({ id }) => id));
  for (const line of linesOf(gunzipSync(readFileSync(data)).toString("utf8"))) {
    const [id = "", , , , stars = "", text = ""] = line.split("\t");
    if (wanted.has(id)) written.set(id, { kind: "review", text, ...ratingOf(stars) });
  }
  return reads.map(({ id }) => {
    const mention = written.get(id);
    if (!mention)
      throw new Error(`No text for ${id}: the sentiment data are not those that the set was drawn from.`);
    return mention;
  });
};

/** "4", "4.0" of five, or "7.0/10". */
const ratingOf = (stars: string): Pick<Labelled, "rating"> => {
  if (stars === "") return {};
  const [given = "", outOf = "5"] = stars.split("/");
  return { rating: { stars: Number(given), outOf: Number(outOf) } };
};

const labelIn = (outcome: LabelOutcome | undefined): Label => {
  if (!outcome || !("label" in outcome)) throw new Error(outcome?.failed ?? "No outcome.");
  return outcome.label;
};

const linesOf = (file: string): string[] => file.trimEnd().split("\n").slice(1);

/** The scores as a table of Markdown, shares in percent. */
export const praiseTable = (scores: readonly PraiseScore[]): string => {
  const head = ["language", "half", "told", "texts", "complaint", "inside praise", "mixed"];
  const rows = scores.map((score) => [
    score.language,
    score.half,
    score.stars ? "text and stars" : "text",
    String(score.texts),
    ...[score.complaint, score.insidePraise, score.mixed].map(
      ({ recall, precision, of }) => `${percent(recall)} / ${percent(precision)} of ${of}`,
    ),
  ]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
};

const percent = (share: number): string => (100 * share).toFixed(1);
