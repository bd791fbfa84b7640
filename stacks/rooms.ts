import { type Ground, grantsOf } from "./grants.ts";
import { modelFiles, needs, roomOf, type TriggerName } from "./needs.ts";
import { isProduction } from "./settings.ts";

/**
 * What makes a trigger's function of a room: the handler, its size, its environment and exactly its own rights.
 * @param wake.also what its way of being woken asks for beyond the room's needs
 */
export function room(
  ground: Ground,
  wake: { name: TriggerName; timeoutSeconds: number; also?: sst.aws.FunctionPermissionArgs[] },
): sst.aws.FunctionArgs {
  const { name, timeoutSeconds, also = [] } = wake;
  const physicalName = `${$app.name}-${$app.stage}-${name}`;
  return {
    name: physicalName,
    handler: `functions/${roomOf(name)}.handler`,
    architecture: "arm64",
    runtime: "nodejs24.x",
    ...(needs[roomOf(name)].model ? { copyFiles: modelFiles } : {}),
    memory: `${needs[roomOf(name)].memory ?? 512} MB`,
    timeout: `${timeoutSeconds} seconds`,
    logging: { retention: isProduction() ? "1 month" : "1 week", format: "text" },
    environment: environmentOf(ground),
    permissions: [...grantsOf(ground, { name, physicalName }), ...also],
    transform: { role: narrowRole() },
  };
}

/**
 * SST's own role may write to every log group of the account, for which a grant of its own stands above, and may be
 * assumed by whoever the account trusts, which `sst dev` alone needs.
 */
const narrowRole = () => ({
  managedPolicyArns: [],
  ...($dev
    ? {}
    : { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) }),
});

/** All that a function learns from its environment; no secret is among it. */
export function environmentOf({
  storage,
  queues,
  settings,
  publicUrl,
  parameters,
}: Ground): Record<string, $util.Input<string>> {
  const urls = Object.fromEntries(Object.entries(queues.work).map(([name, { url }]) => [name, url]));
  return {
    OTKLIK_TABLE: storage.table.name,
    OTKLIK_BUCKET: storage.bucket.name,
    OTKLIK_KMS_KEY: storage.key.arn,
    OTKLIK_QUEUES: $jsonStringify(urls),
    OTKLIK_PUBLIC_URL: publicUrl,
    OTKLIK_SSM: parameters,
    ...(settings.mailFrom ? { OTKLIK_MAIL_FROM: settings.mailFrom } : {}),
  };
}
