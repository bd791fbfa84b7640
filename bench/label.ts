// How fast the embedded labeler reads on one thread, with all parts of the label, beside the `sentiment` package that
// only looks up words: on the same English texts by turns, and on Russian reviews. `npm run bench:label`
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { sliceOf } from "./evaluate/groups.ts";
import { howToInstall, openPeers } from "./evaluate/peers.ts";
import { developmentTexts, type Row, readData } from "./evaluate/rows.ts";

const rounds = 15;
const turns = 14;
const leastRatio = 0.1;
const leastRussian = 2000; // reviews a second
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

interface Reading {
  rows: readonly Row[];
  read(some: readonly Row[]): unknown;
}

/**
 * How many texts a second each reads, round by round after one to warm up. Within a round they take turns, some texts
 * each, so that whatever else the machine does slows all of them alike.
 */
const ratesOf = async (readings: readonly Reading[]): Promise<number[][]> => {
  const rates: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const took = readings.map(() => 0);
    for (let turn = 0; turn < turns; turn += 1)
      for (const [place, { rows, read }] of readings.entries()) {
        const some = rows.filter((_, at) => at % turns === turn);
        const began = performance.now();
        await read(some);
        took[place] = (took[place] as number) + performance.now() - began;
      }
    if (round > 0)
      rates.push(readings.map(({ rows }, place) => (1000 * rows.length) / (took[place] as number)));
  }
  return rates;
};

const median = (some: readonly number[]): number => some.toSorted((a, b) => a - b)[some.length >> 1] ?? 0;

const bench = async (): Promise<void> => {
  const rows = readData(developmentTexts).flatMap((file) => file.rows);
  const english = rows.filter(({ language }) => language === "en");
  const russian = rows.filter((row) => sliceOf(row) === "ru reviews");
  const sentiment = (await openPeers())?.find(({ name }) => name === "sentiment");

  const labeler = embeddedLabeler();
  const label = (rows: readonly Row[]): Reading => ({
    rows,
    read: (some) =>
      labeler.label(
        some.map(({ text }): Labelled => ({ kind: "review", text })),
        { workspaceId: "bench" },
      ),
  });
  const lookUp: Reading = { rows: english, read: (some) => some.map(({ text }) => sentiment?.say(text)) };
  const rates = await ratesOf([label(russian), label(english), ...(sentiment ? [lookUp] : [])]);
  const [ofRussian, ofEnglish, ofSentiment] = [0, 1, 2].map((place) =>
    median(rates.map((round) => round[place] ?? 0)),
  ) as [number, number, number];

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
  const ratio = median(rates.map(([, labelled = 0, lookedUp = 0]) => labelled / lookedUp));
  line("ratio", ratio.toFixed(3), `at least ${leastRatio}: ${reached(ratio >= leastRatio)}`);
};

try {
  await bench();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
