import type { Mailbox } from "@otklik/core/connector";
import type { Settings } from "./settings.ts";

/** Where the mailbox keeps what was sent, as the source says or the server; undefined: it does not say. */
export async function sentFolderOf(
  box: Mailbox,
  { sentFolder }: Pick<Settings, "sentFolder">,
): Promise<string | undefined> {
  return sentFolder ?? (await box.folders()).find(({ use }) => use === "sent")?.path;
}
