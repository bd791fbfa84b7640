// Files of the contract: hand-made test inputs of a library, as their PROVENANCE says, in Telegram's form.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { telegram } from "@otklik/connectors/telegram/index";
import { Settings } from "@otklik/connectors/telegram/settings";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/telegram/", import.meta.url));
const isThere = existsSync(folder);
const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;
const filesIn = (name: string) =>
  isThere ? readdirSync(folder + name).map((file) => `${name}/${file}`) : [];
const account = { id: "a", credentials: { token: "990000001:demo-telegram-token" } };

const sources = [
  Settings.parse({ reads: "private" }),
  Settings.parse({ reads: "business" }),
  Settings.parse({ chat: "-1001234567489" }),
].map((settings, at) => ({ sourceId: `s${at}`, settings }));

/** What a pull makes of one update. */
async function pulled(body: string) {
  const http = async () => new Response(`{"ok":true,"result":[${body}]}`);
  const feed = {
    sourceId: "s",
    settings: sources[0]?.settings as Settings,
    account,
    inboxFrom: new Date(0),
    sources,
  };
  const page = await telegram.pull?.(feed, null, testTools({ http }));
  return { found: page?.found.length, unreadable: page?.unreadable ?? [] };
}

/** Those that tell of something said to one of the sources; the others tell of nothing that is listened to. */
const said = [
  ...["deleted_business_messages", "document", "edited_message", "message", "message_different_topic_reply"],
  ...["message_forward_origin", "message_general_topic_reply", "message_topic"],
  ...["photo", "text", "video", "voice"],
];
/**
 * Told to a person and not passed over: a group's move to another number (here, of a private chat), and two messages
 * of business accounts which lack the account that they came through, as the library's authors left them.
 */
const told = ["migrate_to_chat_id", "business_message", "edited_business_message"];

describe.skipIf(!isThere)(`Telegram's recorded updates${why}`, () => {
  it.each(filesIn("updates"))("%s is read", async (file) => {
    const name = file.replace(/^.*\/|\.json$/g, "");
    const { found, unreadable } = await pulled(readFileSync(folder + file, "utf8"));
    expect(unreadable.length).toBe(told.includes(name) ? 1 : 0);
    expect((found ?? 0) > 0).toBe(said.includes(name));
  });

  it.each([
    ["responses/too_many_requests.json", "throttled"],
    ["responses/user_deactivated.json", "unauthorized"],
    ["responses/too_long.json", "refused"],
    ["responses/wrong_file_id.json", "refused"],
  ])("%s is a fault that is %s", async (file, kind) => {
    const body = readFileSync(folder + file, "utf8");
    const { error_code: status } = JSON.parse(body) as { error_code: number };
    const feed = {
      sourceId: "s",
      settings: sources[0]?.settings as Settings,
      account,
      inboxFrom: new Date(0),
    };
    const http = async () => new Response(body, { status });
    await expect(telegram.pull?.(feed, null, testTools({ http }))).rejects.toMatchObject({ kind });
  });
});
