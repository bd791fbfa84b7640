// Answering by letter, once. Nothing ties a mail server's "taken" to a copy in the folder of sent mail, so the copy is
// put there first, flagged as being on its way, and the flag goes once the letter was taken. After a crash the copy tells:
//   none      nothing was begun: it may be sent
//   flagged   begun, and nobody knows whether the letter went out: a person decides, nothing is sent again
//   unflagged it was sent (a server that keeps copies by itself also leaves one)
// Appending after sending would lose the knowledge of a letter that went out, and the customer would get it twice;
// appending without the flag would call a letter sent that never was.
import type { Answer, Mailbox, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { composed } from "../kit/mail/compose.ts";
import { withMailbox } from "../kit/mail/folder-page.ts";
import { loginOf } from "../kit/mail/login.ts";
import { sentFolderOf } from "./folders.ts";
import { idOfReply, isMessageId } from "./ids.ts";
import { Settings } from "./settings.ts";
import { answering } from "./subject.ts";

const unknown: Receipt = { state: "unknown" };
const published = (externalId: string): Receipt => ({ state: "published", externalId });

/** Sends once. Throws a NetworkFault only where certainly nothing was sent. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  const to = answer.mention.contact?.email;
  if (!to) return { state: "rejected", why: noAddress };
  const { login, from, settings, id } = headOf(answer);
  const raw = await letterOf(answer, { from, to, id, name: settings.name, at: tools.now() });
  return withMailbox(tools.mailbox(login), async (box) => {
    const sent = await sentFolderOf(box, settings);
    if (!sent) throw noSentFolder();
    const before = await standing(box, sent, id);
    if (before) return before;
    await box.append(sent, raw, { isFlagged: true });
    const outcome = await sendOr(box, { from, to, raw });
    if (outcome === "unknown") return unknown;
    await closeCopies(box, id, outcome === "taken");
    return outcome === "taken" ? published(id) : givenUp(outcome);
  });
}

/** What stands among the sent letters; null: certainly nothing was begun. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const { login, settings, id } = headOf(answer);
  return withMailbox(tools.mailbox(login), async (box) => {
    const sent = await sentFolderOf(box, settings);
    if (!sent) throw noSentFolder();
    return standing(box, sent, id);
  });
}

async function standing(box: Mailbox, sent: string, id: string): Promise<Receipt | null> {
  await box.open(sent, { changes: true });
  const copies = await box.find(id);
  if (copies.length === 0) return null;
  return copies.some(({ isFlagged }) => !isFlagged) ? published(id) : unknown;
}

/** "taken", "unknown", or the fault of a letter that was certainly not taken. */
const sendOr = (
  box: Mailbox,
  { from, to, raw }: { from: string; to: string; raw: Uint8Array },
): Promise<"taken" | "unknown" | NetworkFault> =>
  box.send({ from, to: [to] }, raw).catch((error: unknown) => {
    if (error instanceof NetworkFault) return error;
    throw error;
  });

/**
 * Makes the copy say what is known now. Where the server put one there by itself, ours goes. A copy that cannot be
 * changed goes on saying less than is known, which does no harm.
 */
async function closeCopies(box: Mailbox, id: string, isTaken: boolean): Promise<void> {
  try {
    const copies = await box.find(id);
    const isKeptByServer = copies.some(({ isFlagged }) => !isFlagged);
    for (const { uid, isFlagged } of copies) {
      if (!isFlagged) continue;
      if (isTaken && !isKeptByServer) await box.unflag(uid);
      else await box.remove(uid);
    }
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
  }
}

/** Nothing was sent: for good, or until somebody mends it, or for now. */
function givenUp(fault: NetworkFault): Receipt {
  if (fault.kind === "refused") return { state: "rejected", why: fault.said };
  if (fault.kind === "unavailable") return unknown; // the next look finds no copy, and it is sent
  throw fault;
}

function headOf({ account, settings, once }: Answer) {
  const login = loginOf(account);
  const known = Settings.parse(settings ?? {});
  const from = known.address ?? login.user;
  return { login, settings: known, from, id: idOfReply(once, from) };
}

function letterOf(
  { mention, text }: Answer,
  of: { from: string; to: string; id: string; name: string | undefined; at: Date },
): Promise<Uint8Array> {
  const { threadId, parentId, externalId } = mention;
  const thread = [...new Set([threadId, parentId, externalId].filter(isMessageId))];
  return composed({
    from: { address: of.from, name: of.name },
    to: { address: of.to, name: mention.author?.name },
    subject: answering(mention.title),
    id: of.id,
    ...(isMessageId(externalId) && { answers: { id: externalId, thread } }),
    at: of.at,
    text,
  });
}

const noAddress: Said = {
  ru: "В этом письме нет адреса, на который можно ответить.",
  en: "This letter names no address to answer.",
};

const noSentFolder = (): NetworkFault =>
  new NetworkFault("refused", {
    ru: "Не найдена папка отправленных писем, а без неё нельзя узнать, ушёл ли ответ. Укажите её в настройках источника.",
    en: "The folder of sent mail was not found, and without it nobody could tell whether a reply went out. Name it in the source's settings.",
  });
