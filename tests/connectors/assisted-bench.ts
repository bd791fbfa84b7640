// The networks that are read by their cabinets' letters, as benches over the sandbox's mailbox.
import { twoGis } from "@otklik/connectors/2gis/index";
import { yandexMaps } from "@otklik/connectors/yandex-maps/index";
import type { Connector } from "@otklik/core/connector";
import { type Noticed, twoGisNotice, yandexNotice } from "@otklik/sandbox/email/notices";
import type { ConnectorBench } from "../contracts/connector.ts";
import { openMail } from "./email/bench.ts";

interface Assisted<Settings> {
  connector: Connector<Settings>;
  notice(of: Noticed): string;
  placeId: string;
}

/** A mailbox with notices of both cabinets, of which `connector` reads its own. */
async function openAssisted<Settings>(
  { connector, notice, placeId }: Assisted<Settings>,
  posts: number,
): Promise<ConnectorBench<Settings>> {
  const {
    publishedTexts: _,
    answerElsewhere: __,
    rejectReplies: ___,
    hook: ____,
    ...mail
  } = await openMail({ posts });
  let written = 0;
  const tell = async (reviewId: string, text: string, daysAgo = 0): Promise<string> => {
    const at = new Date(mail.clock.now.getTime() - daysAgo * 86_400_000);
    const of = { id: `notice-${++written}@kabinet.example`, at, author: "Гость Д.", stars: 3 };
    const raw = notice({ ...of, place: "Кофейня Демо", text, placeId, reviewId });
    await mail.post("/__letters", [{ raw, at }]);
    return reviewId;
  };
  for (const [daysAgo, word] of [
    [40, "хорошо"],
    [20, "плохо"],
    [10, "так себе"],
    [2, "вкусно"],
  ] as const)
    await tell(`before${daysAgo}`, `Раньше было ${word}.`, daysAgo);
  return {
    ...mail,
    connector,
    settings: connector.settings.parse({ places: [placeId] }),
    addMention: (text) => tell(`bench${written + 1}`, text),
    // A cabinet that tells of a changed review writes once more about the same one.
    editMention: async (id, text) => void (await tell(id, text)),
  };
}

export const openYandexMaps = (posts = 10) =>
  openAssisted({ connector: yandexMaps, notice: yandexNotice, placeId: "1000000001" }, posts);
export const openTwoGis = (posts = 10) =>
  openAssisted({ connector: twoGis, notice: twoGisNotice, placeId: "70000001000000001" }, posts);
