// How fast the embedded labeler reads on one thread, with all parts of the label, beside the `sentiment` package that
// only looks up words: on the same English texts in alternating rounds, and on Russian reviews. `npm run bench:label`
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { sliceOf } from "./evaluate/groups.ts";
import { howToInstall, openPeers } from "./evaluate/peers.ts";
import { developmentTexts, type Row, readData } from "./evaluate/rows.ts";

const rounds = 7;
const leastRatio = 0.1;
const leastRussian = 2000; // reviews a second
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

/** Runs that read all their texts, in alternating rounds after one to warm up; texts a second of each, the median. */
const ratesOf = async (runs: readonly { texts: number; run: () => unknown }[]): Promise<number[]> => {
  const rates = runs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [place, { texts, run }] of runs.entries()) {
      const began = performance.now();
      await run();
      if (round > 0) rates[place]?.push((1000 * texts) / (performance.now() - began));
    }
  }
  return rates.map((some) => some.toSorted((a, b) => a - b)[rounds >> 1] ?? 0);
};

const bench = async (): Promise<void> => {
  const rows = readData(developmentTexts).flatMap((file) => file.rows);
  const english = rows.filter(({ language }) => language === "en");
  const russian = rows.filter((row) => sliceOf(row) === "ru reviews");
  const sentiment = (await openPeers())?.find(({ name }) => name === "sentiment");

  const labeler = embeddedLabeler();
  const label = (some: readonly Row[]) => {
    const mentions = some.map(({ text }): Labelled => ({ kind: "review", text }));
    return { texts: some.length, run: () => labeler.label(mentions, { workspaceId: "bench" }) };
  };
  const lookUp = { texts: english.length, run: () => english.map(({ text }) => sentiment?.say(text)) };
  const runs = [label(russian), label(english), ...(sentiment ? [lookUp] : [])];
  const [ofRussian = 0, ofEnglish = 0, ofSentiment = 0] = await ratesOf(runs);

  const line = (what: string, figure: string, aim = ""): void =>
    say(`${what.padEnd(44)} ${figure.padStart(16)}  ${aim}`);
  const reached = (is: boolean): string => (is ? "reached" : "MISSED");
  const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString("en")} texts/s`;
  line(
    `${labeler.name}, ${russian.length} Russian reviews`,
    rate(ofRussian),
    `at least ${leastRussian.toLocaleString("en")}: ${reached(ofRussian >= leastRussian)}`,
  );
  line(`${labeler.name}, ${english.length} English texts`, rate(ofEnglish));
  if (!sentiment) return say(`\nNO RATIO: the package beside it is not installed. ${howToInstall}`);
  line(`sentiment, the same ${english.length} English texts`, rate(ofSentiment));
  const ratio = ofEnglish / ofSentiment;
  line("ratio", ratio.toFixed(3), `at least ${leastRatio}: ${reached(ratio >= leastRatio)}`);
};

try {
  await bench();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
