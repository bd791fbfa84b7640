import { englishComplaints } from "./complaints-en.ts";
import { russianComplaints } from "./complaints-ru.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

/** How a phrase complains; each kind has its own weight. Under "none" stand phrases that only look like
 * one; it goes first, since of two patterns of one length the earlier wins. */
export const cues = ["none", "fault", "lack", "unable", "wish", "drawback", "ask", "bit", "doubt"] as const;
export type Cue = (typeof cues)[number];

/**
 * Phrases of one language by kind, as patterns of `wordIndex`: "fault" names what is wrong, "lack" what is
 * missing, "unable" what cannot be done, "wish" what should be, "drawback" announces a complaint, "ask" wants it mended,
 * "bit" tempers; "doubt" tells of others, of fears or of earlier times.
 */
export type CueWords = Readonly<Record<Cue, string>>;

export const cueIndex = wordIndex(
  [russianComplaints, englishComplaints].flatMap((words) =>
    entriesOf(cues.map((cue) => [cue, words[cue]] as const)),
  ),
);
