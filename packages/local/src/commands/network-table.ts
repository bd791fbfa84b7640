import type { Connector, RateBucket, ReplyRules } from "@otklik/core/connector";

const columns = [
  "network",
  "reads",
  "replies",
  "edits of a reply",
  "moderated",
  "published once by",
  "push",
  "limits",
  "needs",
  "tried live",
] as const;

const once: Record<ReplyRules["once"], string> = {
  key: "a key of the network's own",
  replace: "a repeat replaces it",
  "read-back": "reading back first",
  none: "asking a person when unsure",
};

/** What each network can do, as a table in Markdown; all of it from what the connectors declare. */
export function networkTable(connectors: readonly Connector[]): string {
  const [formats = [], networks = []] = [true, false].map((is) =>
    connectors.filter(({ about }) => (about.format ?? false) === is),
  );
  const rows = [...networks, ...formats].map(rowOf);
  const lines = [columns, columns.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function rowOf(connector: Connector): string[] {
  const { network, about, limits, reply, receive, listen, pushHelp } = connector;
  const rules = reply && limits.reply;
  return [
    `\`${network}\``,
    about.reads.en,
    rules ? replies(rules) : "no: copy, open the page, mark as answered",
    rules && connector.edit ? edits(rules) : "no",
    rules ? yesNo(rules.moderated) : "",
    rules ? once[rules.once] : "",
    receive ? (listen || !pushHelp ? "yes" : "yes, switched on by hand") : "no",
    [...new Set(limits.buckets.map(limit))].join("; "),
    [about.needs.en, about.note?.en].filter(Boolean).join(". "),
    about.triedAt ?? (about.format ? "" : "from contract only"),
  ].map((cell) => cell.replaceAll("|", "\\|"));
}

const yesNo = (is: boolean): string => (is ? "yes" : "no");

const replies = ({ maxLength, unit = "characters" }: ReplyRules): string =>
  maxLength === undefined ? "yes" : `yes, up to ${maxLength.toLocaleString("en")} ${unit}`;

const edits = ({ edits: count }: ReplyRules): string => (count === "any" ? "yes" : `yes, ${count}`);

function limit({ per, requests, seconds, of }: RateBucket): string {
  const unit = ({ 1: "s", 60: "min", 3600: "h", 86400: "day" } as Record<number, string>)[seconds];
  const every = unit ?? `${seconds} s`;
  return `${requests.toLocaleString("en")} ${of ? `${of} ` : ""}a ${every} per ${per}`.replace(
    " a ",
    unit ? "/" : " in ",
  );
}
