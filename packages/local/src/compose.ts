import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import type { Labeler } from "@otklik/core/label/labeler";
import { getLabeling } from "@otklik/core/label/labeling-store";
import { openPurse } from "@otklik/core/label/model-use-store";
import { keepPace } from "@otklik/core/pace/pace";
import type { Log, Ports, Table } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { labelerFrom } from "@otklik/language/labeler";
import { keepLetters } from "@otklik/notify/mail/keep";
import { postBySmtp } from "@otklik/notify/mail/smtp";
import { messenger } from "@otklik/notify/messenger";
import { readAddress } from "./anchor.ts";
import type { Config } from "./config.ts";
import type { Home } from "./home.ts";
import { localSecret } from "./secret.ts";
import { loadKey } from "./secret-key.ts";

/**
 * The embedded composition: every port over one home.
 * @param more.key of the credentials; unless given, the configuration's
 * @throws Error, saying what to do, when that key cannot be used
 */
export function composePorts(
  home: Home,
  config: Config,
  more: { log: Log; allowHosts?: string[]; key?: Uint8Array },
): Ports {
  const { log, allowHosts = [] } = more;
  const { key = loadKey({ ...config.key, dataFolder: config.dataFolder }).key } = more;
  const now = (): Date => new Date();
  const reach = { allowHosts: [...config.allowHosts, ...allowHosts] };
  const http = guardedHttp(reach);
  return {
    table: home.table,
    queue: home.queue,
    blob: home.blob,
    search: home.search,
    secret: localSecret(key),
    labeler: composeLabeler(home.table, config, { log, now }),
    topics: async () => (await import("@otklik/language/topic-finder")).topicFinder,
    connectors,
    log,
    now,
    random: (bytes) => randomBytes(bytes),
    wait: async (milliseconds, signal) => {
      await setTimeout(milliseconds, undefined, signal ? { signal } : {});
    },
    pace: keepPace({ table: home.table, now }),
    http,
    mailbox: guardedMailbox(reach),
    messenger: messenger({
      http,
      now,
      networks: connectors,
      post: config.mail ? postBySmtp(config.mail) : keepLetters(home.table),
      sendsMail: config.mail !== undefined,
      publicUrl: config.publicUrl ?? null,
      ownAddress: () => readAddress(home.table),
    }),
  };
}

/** The embedded labeler, and with a key the model behind it, as each workspace wants it. */
export function composeLabeler(
  table: Table,
  { openai }: Pick<Config, "openai">,
  { log, now }: { log: Log; now: () => Date },
): Labeler {
  return labelerFrom({
    openaiKey: openai.apiKey,
    openaiBaseUrl: openai.baseUrl,
    openaiModel: openai.model,
    ...(openai.prices ? { prices: openai.prices } : {}),
    monthlyUsd: openai.monthlyBudget,
    labeling: (workspaceId) => getLabeling(scopedTable(table, workspaceId)),
    purse: openPurse({ table, now, random: (bytes) => randomBytes(bytes) }),
    now,
    log,
  });
}
