import { all, functionsOf } from "../graph.ts";
import { differences, type Rule } from "../rule.ts";

const contract = [
  "OTKLIK_TABLE",
  "OTKLIK_BUCKET",
  "OTKLIK_KMS_KEY",
  "OTKLIK_QUEUES",
  "OTKLIK_PUBLIC_URL",
  "OTKLIK_MAIL_FROM",
  "OTKLIK_SSM",
];

export const functionRules: readonly Rule[] = [
  {
    name: "every function has its bounds: time, memory, processor, runtime, and days that its log is kept",
    complaints: (graph) =>
      functionsOf(graph).flatMap(({ name, resource: { inputs } }) => {
        const log = all(graph, "logGroup").find(
          (group) => group.inputs.name === inputs.loggingConfig?.logGroup,
        );
        const faults = {
          time: !(inputs.timeout > 0 && inputs.timeout <= 300),
          memory: !(inputs.memorySize >= 256 && inputs.memorySize <= 2048),
          processor: inputs.architectures?.join() !== "arm64",
          runtime: inputs.runtime !== "nodejs24.x",
          log: !(log && log.inputs.retentionInDays > 0 && log.inputs.retentionInDays <= 31),
        };
        return Object.entries(faults).flatMap(([what, isFault]) => (isFault ? [`${name}: ${what}`] : []));
      }),
  },
  {
    name: "no queue takes all the account's calls at once",
    complaints: (graph) =>
      all(graph, "mapping")
        .filter(({ inputs }) => inputs.eventSourceArn.includes(":sqs:"))
        .filter(({ inputs: { scalingConfig } }) => !(scalingConfig?.maximumConcurrency <= 100))
        .map(({ name }) => name),
  },
  {
    name: "every function is told what the AWS home reads, and no more",
    complaints: (graph) =>
      functionsOf(graph).flatMap(({ name, resource }) => {
        const { variables } = resource.inputs.environment;
        const ours = Object.keys(variables).filter((variable) => variable.startsWith("OTKLIK_"));
        const queues = JSON.parse(variables.OTKLIK_QUEUES ?? "{}");
        const urls = all(graph, "queue")
          .filter(({ inputs }) => !/-dead(\.fifo)?$/.test(inputs.name))
          .map(({ inputs }) => inputs.name);
        const named = Object.entries<string>(queues).map(([queue, url]) => {
          const last = url.slice(url.lastIndexOf("/") + 1);
          return last.replace(/\.fifo$/, "").endsWith(`-${queue}`) ? last : `${queue} is at ${url}`;
        });
        return [...differences(contract, ours), ...differences(urls, named)].map((one) => `${name}: ${one}`);
      }),
  },
];
