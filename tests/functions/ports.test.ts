import { startEmulators } from "@otklik/aws-local/emulators";
import { startJsonService } from "@otklik/aws-local/json-service";
import { loadPorts } from "@otklik/functions/ports";
import { expect, it, onTestFinished, vi } from "vitest";

it("composes a function's ports from what the stack sets, and they reach the stack's resources", async () => {
  const { emulated, close } = await startEmulators({});
  const ssm = await startJsonService({ GetParametersByPath: () => ({ body: { Parameters: [] } }) });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await ssm.close();
    await close();
  });
  const { endpoints, table, bucket, kmsKey, queues } = emulated;
  const environment = {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.db,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    AWS_ENDPOINT_URL_SSM: ssm.url,
    OTKLIK_TABLE: table,
    OTKLIK_BUCKET: bucket,
    OTKLIK_KMS_KEY: kmsKey,
    OTKLIK_QUEUES: JSON.stringify(queues),
    OTKLIK_PUBLIC_URL: "https://otklik.example.com",
    OTKLIK_SSM: "/otklik/test",
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const ports = await loadPorts();
  await ports.table.commit([{ put: { pk: "p", sk: "s", body: { n: 1 } } }]);
  expect(await ports.table.get({ pk: "p", sk: "s" })).toMatchObject({ body: { n: 1 } });
  expect(await ports.secret.open(await ports.secret.seal("token", "a"), "a")).toBe("token");
  expect(ports.connectors.length).toBeGreaterThan(0);
});
