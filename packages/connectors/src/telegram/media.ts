// Files. Telegram's address of a file holds the bot's token and ends after an hour, so it is asked for anew each time.
import type { Account, Media, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { fileIn } from "./content.ts";
import { ask, faultFrom, host, title, tokenOf } from "./requests.ts";
import { FilePath } from "./wire.ts";

/** @throws Refusal "not-found" for what is no file of Telegram's, is gone, or is larger than a bot may take (20 MB) */
export async function media({ url }: Media, account: Account | null, tools: Tools): Promise<Response> {
  const file = fileIn(url);
  if (!file) throw noSuchFile;
  const parameters = { file_id: file };
  const answer = await ask(account, tools, { method: "getFile", parameters, result: FilePath });
  if ("refused" in answer) {
    const status = answer.refused.envelope?.error_code ?? answer.refused.response.status;
    throw status === 400 ? noSuchFile : faultFrom(answer.refused, tools);
  }
  const path = answer.result.file_path.split("/").map(encodeURIComponent).join("/");
  const request = new Request(urlAt(account, host, `/file/bot${tokenOf(account)}/${path}`), {
    signal: tools.signal,
  });
  const response = await tools.http(request).catch((cause: unknown) => {
    throw networkError(cause, title);
  });
  if (!response.ok) throw faultOf(response, { network: title, now: tools.now() });
  // The address it came from stays here: it holds the token. And of a file's type Telegram says nothing.
  const type = types[path.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
  return new Response(response.body, { status: response.status, headers: { "content-type": type } });
}

const types: Readonly<Record<string, string>> = {
  ...{ jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", gif: "image/gif" },
  ...{ mp4: "video/mp4", oga: "audio/ogg", ogg: "audio/ogg", mp3: "audio/mpeg", pdf: "application/pdf" },
};

const noSuchFile = new Refusal("not-found", {
  ru: "Telegram не отдаёт этот файл: его больше нет, или он больше 20\u00a0МБ.",
  en: "Telegram does not give this file: it is gone, or larger than 20 MB.",
});
