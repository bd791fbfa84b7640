import { awsClients } from "@otklik/aws/clients";
import { composePorts } from "@otklik/aws/compose";
import { readEnvironment, readSettings } from "@otklik/aws/config";
import { readParameters } from "@otklik/aws/parameters";
import { jsonLog } from "@otklik/core/json-log";
import type { Ports } from "@otklik/core/ports";

/** The ports of a deployed function, over what the stack names in its environment and its operator has set. */
export async function loadPorts(): Promise<Ports> {
  const environment = readEnvironment(process.env);
  const clients = awsClients();
  const settings = readSettings(await readParameters(clients.ssm, environment.OTKLIK_SSM));
  const now = (): Date => new Date();
  return composePorts(
    {
      table: environment.OTKLIK_TABLE,
      bucket: environment.OTKLIK_BUCKET,
      kmsKey: environment.OTKLIK_KMS_KEY,
      queues: environment.OTKLIK_QUEUES,
      openai: {
        key: settings["openai-key"],
        baseUrl: settings["openai-base-url"],
        model: settings["openai-model"],
        prices: settings["openai-prices"],
        monthlyBudget: settings["openai-budget"],
      },
      mailFrom: environment.OTKLIK_MAIL_FROM,
      publicUrl: environment.OTKLIK_PUBLIC_URL.replace(/\/+$/, ""),
      allowHosts: [],
    },
    { clients, now, log: jsonLog((line) => process.stdout.write(line), { now }) },
  );
}
