// Ozon's lists as a few rules over rows in memory, small enough for a property test to play with. What the
// specification leaves open is a choice here, since the connector must bear any.
import { parseJson } from "@otklik/connectors/kit/json";

export interface Row {
  id: string;
  kind: "review" | "question";
  /** Epoch milliseconds. */
  at: number;
  answer: string | null;
}
export interface Message {
  id: string;
  chat: string;
  at: number;
}

export interface ListedShop {
  rows: Row[];
  messages: Message[];
  now: number;
  /** Rows in a page, whatever was asked for. */
  page: number;
  /** Only the older method for reviews, which knows no dates. */
  isOld: boolean;
  /** Whether questions come with the newest first. */
  questionsDown: boolean;
  /** Whether a period includes its two ends. */
  isInclusive: boolean;
  /** "true" for true, as one published example has it. */
  saysInWords: boolean;
}

const newestFirst = (one: { at: number; id: string }, other: { at: number; id: string }): number =>
  other.at - one.at || (one.id < other.id ? 1 : -1);

type Body = Record<string, unknown>;

/** The answer to one request of the connector's. */
export async function listed(shop: ListedShop, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const body = parseJson(await request.text()) as Body; // ids past 2^53
  const method = methods[pathname];
  if (!method || (shop.isOld && pathname === "/v2/review/list")) {
    return new Response("404 page not found", { status: 404 });
  }
  return Response.json(method(shop, body));
}

const methods: Record<string, (shop: ListedShop, body: Body) => object> = {
  "/v2/review/list": (shop, { filters, last_id }) => {
    const { published_from: from, published_to: to } = (filters ?? {}) as Record<string, string>;
    const { page, ...rest } = pageOf(shop, rowsOf(shop, "review", { from, to }), String(last_id));
    return { reviews: page.map(wireReview), ...rest };
  },
  "/v1/review/list": (shop, { last_id }) => {
    const { page, ...rest } = pageOf(shop, rowsOf(shop, "review", {}), String(last_id));
    return { reviews: page.map(wireReview), ...rest };
  },
  "/v1/review/comment/list": (shop, { review_id }) => ({
    comments: shop.rows.filter(({ id }) => id === review_id).flatMap(answersIn),
    offset: 1,
  }),
  "/v1/question/list": (shop, { filter, last_id }) => {
    const { date_from: from, date_to: to } = filter as Record<string, string>;
    const rows = rowsOf(shop, "question", { from, to });
    const { page, last_id: last } = pageOf(shop, shop.questionsDown ? rows : rows.reverse(), String(last_id));
    return { questions: page.map(wireQuestion), last_id: last };
  },
  "/v1/question/answer/list": (shop, { question_id }) => ({
    answers: shop.rows.filter(({ id }) => id === question_id).flatMap(answersIn),
    last_id: "",
  }),
  "/v3/chat/list": (shop, { cursor }) => {
    const chats = [...Map.groupBy(shop.messages, ({ chat }) => chat)].map(([id, said]) => ({
      id,
      last: said.toSorted(newestFirst)[0] as Message,
    }));
    const ordered = chats.sort((one, other) => newestFirst(one.last, other.last));
    const rest = cursor === undefined ? ordered : ordered.filter(({ last }) => last.at < Number(cursor));
    const page = rest.slice(0, shop.page);
    return {
      chats: page.map(({ id, last }) => ({
        chat: { chat_id: id, chat_type: "Buyer_Seller", chat_status: "Opened" },
        last_message_id: last.id,
        unread_count: 0,
      })),
      cursor: String(page.at(-1)?.last.at ?? ""),
      has_next: flag(shop, rest.length > page.length),
    };
  },
  "/v3/chat/history": (shop, { chat_id, from_message_id: from }) => {
    const said = shop.messages.filter(({ chat }) => chat === chat_id).sort(newestFirst);
    const rest = said.slice(
      Math.max(
        0,
        said.findIndex(({ id }) => id === String(from)),
      ),
    );
    const page = rest.slice(0, shop.page);
    return { messages: page.map(wireMessage), has_next: flag(shop, rest.length > page.length) };
  },
};

function rowsOf(shop: ListedShop, kind: Row["kind"], { from, to }: { from?: string; to?: string }): Row[] {
  const since = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const until = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const isWithin = ({ at }: Row) =>
    shop.isInclusive ? at >= since && at <= until : at > since && at < until;
  return shop.rows.filter((row) => row.kind === kind && isWithin(row)).sort(newestFirst);
}

function pageOf(shop: ListedShop, rows: Row[], lastId: string) {
  const rest = rows.slice(rows.findIndex(({ id }) => id === lastId) + 1);
  const page = rest.slice(0, shop.page);
  return { page, last_id: page.at(-1)?.id ?? "", has_next: flag(shop, rest.length > page.length) };
}

const flag = ({ saysInWords }: ListedShop, value: boolean) => (saysInWords ? String(value) : value);
const iso = (at: number) => new Date(at).toISOString();

const wireReview = ({ id, at, answer }: Row) => ({
  ...{ id, sku: 1, text: `Демо ${id}`, rating: 5, published_at: iso(at), status: "NEW" },
  ...{ comments_amount: answer === null ? 0 : 1, photos_amount: 0, videos_amount: 0 },
});
const wireQuestion = ({ id, at, answer }: Row) => ({
  ...{ id, sku: 1, text: `Демо ${id}`, author_name: "Покупатель", published_at: iso(at) },
  ...{ status: answer === null ? "NEW" : "PROCESSED", answers_count: answer === null ? 0 : 1 },
});
const answersIn = ({ id, at, answer: text }: Row) =>
  text === null
    ? []
    : [{ id: `${id}-answer`, text, is_owner: true, author_name: "Магазин", published_at: iso(at + 1000) }];
const wireMessage = ({ id, at }: Message) => ({
  ...{ message_id: id, created_at: iso(at), data: [`Демо ${id}`], is_image: false },
  user: { id: "7", type: "customer" },
});
