// Wildberries' lists as a few rules over rows in memory, small enough for a property test to play with. What the
// specification leaves open is a choice here, since the connector must bear either.

export interface Row {
  id: string;
  kind: "review" | "question";
  /** Unix seconds. */
  at: number;
  text: string;
  answer: string | null;
}

export interface ListedShop {
  rows: Row[];
  /** Unix seconds. */
  now: number;
  /** Whether a period includes its two ends. */
  isInclusive: boolean;
  /** Where answered reviews are: in the list of answered ones, in the archive, or in both. */
  answeredAre: "listed" | "archived" | "both";
}

const day = 86_400;

/** One page of the list that the request asks for. */
export function listed(shop: ListedShop, request: Request): Response {
  const { pathname, searchParams: asked } = new URL(request.url);
  const from = Number(asked.get("dateFrom") ?? Number.NEGATIVE_INFINITY);
  const to = Number(asked.get("dateTo") ?? Number.POSITIVE_INFINITY);
  const isWithin = ({ at }: Row) => (shop.isInclusive ? at >= from && at <= to : at > from && at < to);
  const newestFirst = rowsOf(shop, pathname, asked.get("isAnswered") === "true")
    .filter(isWithin)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const skip = Number(asked.get("skip"));
  const page = newestFirst.slice(skip, skip + Number(asked.get("take"))).map(wire);
  const name = pathname.endsWith("questions") ? "questions" : "feedbacks";
  return Response.json({ data: { [name]: page }, error: false, errorText: "" });
}

function rowsOf(shop: ListedShop, pathname: string, isAnswered: boolean): Row[] {
  const of = (wanted: Row["kind"]) => shop.rows.filter(({ kind }) => kind === wanted);
  if (pathname.endsWith("/questions")) {
    return of("question").filter(({ answer }) => (answer !== null) === isAnswered);
  }
  const isSettled = ({ text, at }: Row) => text === "" || shop.now - at >= 30 * day;
  const [open, answered] = [
    of("review").filter(({ answer }) => answer === null),
    of("review").filter(({ answer }) => answer !== null),
  ];
  if (pathname.endsWith("/archive")) {
    return [...open.filter(isSettled), ...(shop.answeredAre === "listed" ? [] : answered)];
  }
  if (isAnswered) return shop.answeredAre === "archived" ? [] : answered;
  return open.filter((row) => !isSettled(row));
}

const wire = ({ id, kind, at, text, answer }: Row) => ({
  id,
  text,
  productValuation: 4,
  createdDate: new Date(at * 1000).toISOString(),
  state: answer !== null ? "wbRu" : kind === "question" ? "suppliersPortalSynch" : "none",
  answer: answer === null ? null : { text: answer, state: "wbRu", editable: true },
  productDetails: { nmId: 990001001 },
});
