// Runs in a process of its own, bundled with sst.config.ts by evaluate.ts: the part of Pulumi's engine.
import { writeFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import type { Resource } from "./graph.ts";

/** What sst.config.ts says of the stage. */
export interface App {
  name: string;
  stage: string;
  removal: string;
  protect: boolean;
}
interface Config {
  app(input: { stage: string }): App | Promise<App>;
  run(): Promise<Record<string, unknown>>;
}

const region = "eu-central-1";
const account = "123456789012";
const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;

/** What AWS would answer on creation, beside what it was asked for. */
const made: Record<string, (name: string) => Record<string, unknown>> = {
  "aws:sqs/queue:Queue": (name) => ({
    arn: arn("sqs", name),
    url: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
  }),
  "aws:dynamodb/table:Table": (name) => ({
    arn: arn("dynamodb", `table/${name}`),
    streamArn: arn("dynamodb", `table/${name}/stream/2026-01-01T00:00:00.000`),
  }),
  "aws:lambda/function:Function": (name) => ({ arn: arn("lambda", `function:${name}`) }),
  "aws:iam/role:Role": (name) => ({ arn: `arn:aws:iam::${account}:role/${name}` }),
  "aws:kms/key:Key": () => ({ keyId: "key-1", arn: arn("kms", "key/key-1") }),
  "aws:s3/bucket:Bucket": (name) => ({
    bucket: name,
    arn: `arn:aws:s3:::${name}`,
    bucketRegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
  }),
  "aws:apigatewayv2/api:Api": () => ({
    apiEndpoint: `https://api1.execute-api.${region}.amazonaws.com`,
    executionArn: arn("execute-api", "api1"),
  }),
  "aws:cloudfront/distribution:Distribution": () => ({ domainName: "front1.cloudfront.net" }),
  "random:index/randomBytes:RandomBytes": () => ({ base64: Buffer.alloc(32).toString("base64") }),
};

/** What AWS would answer to a question. */
const told: Record<string, (inputs: { statements?: unknown[] }) => Record<string, unknown>> = {
  "aws:index/getRegion:getRegion": () => ({ id: region, name: region, region }),
  "aws:index/getPartition:getPartition": () => ({ partition: "aws", dnsSuffix: "amazonaws.com" }),
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: account }),
  "aws:iam/getPolicyDocument:getPolicyDocument": ({ statements = [] }) => ({
    statements,
    json: JSON.stringify({ Statement: statements }),
  }),
};

/** Evaluates the program and writes what it asked for once nothing is left to settle. */
export async function evaluateProgram(
  config: Config,
  {
    run,
    stage,
    app,
    out,
  }: { run: (program: () => unknown) => Promise<unknown>; stage: string; app: App; out: string },
): Promise<void> {
  Object.assign(app, await config.app({ stage }));
  const resources: Resource[] = [];
  const retained = new Set<string>();
  await pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs: { __provider, ...inputs } }) {
        resources.push({ type, name, inputs, isRetained: retained.has(`${type} ${name}`) });
        const physical: string = inputs.name ?? inputs.bucket ?? name;
        const state = { arn: arn("mock", `${type}/${physical}`), ...inputs, name: physical };
        return { id: `${physical}-id`, state: { ...state, ...made[type]?.(physical) } };
      },
      call({ token, inputs }) {
        const answer = told[token];
        if (!answer) throw new Error(`the check knows no answer to ${token}`);
        return answer(inputs);
      },
    },
    app.name,
    stage,
    false,
  );
  // Values settle long after run() has returned; all of them have when nothing keeps the process alive.
  process.on("beforeExit", () => writeFileSync(out, JSON.stringify({ app, resources })));
  await pulumi.runtime.runInPulumiStack(async () => {
    await run(() => {
      // After SST's own transformations, which keep a table and a bucket where the stage is to be retained.
      pulumi.runtime.registerStackTransformation(({ type, name, opts }) => {
        if ((opts as pulumi.CustomResourceOptions).retainOnDelete) retained.add(`${type} ${name}`);
        return undefined;
      });
      return config.run();
    });
  });
}
