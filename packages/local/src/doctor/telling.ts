import { getAlerting } from "@otklik/core/alert/alerting-store";
import { listLines } from "@otklik/core/alert/line-store";
import { NotTold } from "@otklik/core/alert/notice";
import { inTongue } from "@otklik/core/said";
import { scopedTable } from "@otklik/core/table-scope";
import { checkSmtp } from "@otklik/notify/mail/smtp";
import { about, type Finding } from "./finding.ts";
import type { LookAround } from "./look-around.ts";

/** Whether people can be told: the mail server takes our name and password, and no channel is broken. */
export const examineTelling = async (home: LookAround): Promise<Finding[]> => [
  await examineMail(home),
  ...(await examineChannels(home)),
];

async function examineMail({ config: { mail }, offline }: LookAround): Promise<Finding> {
  const { fine, note, act } = about("mail");
  if (!mail)
    return note("no server: letters are shown in the app", "Set OTKLIK_SMTP_URL and OTKLIK_MAIL_FROM");
  if (offline) return fine("a server is named; it was not asked");
  try {
    await checkSmtp(mail);
    return fine("the server takes our name and password; no letter was sent");
  } catch (error) {
    if (!(error instanceof NotTold)) throw error;
    return act(error.message, "Correct OTKLIK_SMTP_URL, or start that server; then ask the doctor again");
  }
}

async function examineChannels({ db, table }: LookAround): Promise<Finding[]> {
  const named = db.prepare("SELECT pk, sk FROM table_row WHERE pk LIKE '%/alerting'").all();
  const broken: Finding[] = [];
  for (const { pk, sk } of named) {
    const scoped = scopedTable(table, String(pk).split("/")[0] ?? "");
    const { channels } = await getAlerting(scoped, String(sk));
    const lines = await listLines(scoped, String(sk));
    for (const channel of channels) {
      const line = lines.find(({ name, line }) => name.channel === channel.id && line.broken)?.line;
      if (!line?.broken) continue;
      const subject = `alerts to ${channel.is === "slack" ? channel.title : channel.address}`;
      const todo = "Mend the channel in the app, under Alerts, and send a trial";
      broken.push(about(subject).act(inTongue(line.broken.why, "en"), todo));
    }
  }
  return broken.length > 0 ? broken : [about("alerts").fine("no channel is broken")];
}
