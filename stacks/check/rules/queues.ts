import { all, type Graph, ownName, type Resource } from "../graph.ts";
import type { Rule } from "../rule.ts";

const day = 24 * 3600;
const isDeadQueue = (graph: Graph, queue: Resource): boolean =>
  ownName(graph, queue.inputs.name).endsWith("-dead");
const mappingsOf = (graph: Graph, queue: Resource): Resource[] =>
  all(graph, "mapping").filter(({ inputs }) => inputs.eventSourceArn.endsWith(`:${queue.inputs.name}`));
const functionOf = (graph: Graph, mapping: Resource): Resource | undefined =>
  all(graph, "function").find(({ inputs }) => mapping.inputs.functionName.endsWith(`:${inputs.name}`));

export const queueRules: readonly Rule[] = [
  {
    name: "each queue hands what failed too often to a dead-letter queue of its own kind",
    complaints: (graph) =>
      all(graph, "queue")
        .filter((queue) => !isDeadQueue(graph, queue))
        .flatMap(({ inputs }) => {
          const redrive = inputs.redrivePolicy ? JSON.parse(inputs.redrivePolicy) : null;
          if (!redrive) return [`${inputs.name} has no redrive`];
          const target = all(graph, "queue").find((one) =>
            redrive.deadLetterTargetArn.endsWith(`:${one.inputs.name}`),
          );
          const isItsOwn =
            ownName(graph, target?.inputs.name ?? "") === `${ownName(graph, inputs.name)}-dead`;
          const isSameKind = target?.inputs.fifoQueue === inputs.fifoQueue;
          const isBounded = redrive.maxReceiveCount >= 3 && redrive.maxReceiveCount <= 10;
          return [
            ...(isItsOwn && isSameKind ? [] : [`${inputs.name} redrives to ${redrive.deadLetterTargetArn}`]),
            ...(isBounded ? [] : [`${inputs.name} is tried ${redrive.maxReceiveCount} times`]),
          ];
        }),
  },
  {
    name: "each dead-letter queue keeps its letters for 14 days",
    complaints: (graph) =>
      all(graph, "queue")
        .filter((queue) => isDeadQueue(graph, queue))
        .filter(({ inputs }) => inputs.messageRetentionSeconds !== 14 * day)
        .map(({ inputs }) => `${inputs.name} keeps them ${inputs.messageRetentionSeconds ?? 4 * day} s`),
  },
  {
    name: "each dead-letter queue is read by the function that keeps dead letters",
    complaints: (graph) =>
      all(graph, "queue")
        .filter((queue) => isDeadQueue(graph, queue))
        .filter((queue) => {
          const readers = mappingsOf(graph, queue).map(
            (mapping) => functionOf(graph, mapping)?.inputs.name ?? "",
          );
          return readers.length !== 1 || ownName(graph, readers[0] ?? "") !== "dead";
        })
        .map(({ inputs }) => `${inputs.name} has no such reader, or more than it`),
  },
  {
    name: "each dead-letter queue raises an alarm when a letter arrives and when it cannot be kept",
    complaints: (graph) =>
      all(graph, "queue")
        .filter((queue) => isDeadQueue(graph, queue))
        .flatMap(({ inputs: { name } }) => {
          const metrics = all(graph, "alarm")
            .filter(({ inputs }) => inputs.dimensions.QueueName === name && inputs.alarmActions?.length)
            .map(({ inputs }) => inputs.metricName);
          return ["NumberOfMessagesReceived", "ApproximateAgeOfOldestMessage"]
            .filter((metric) => !metrics.includes(metric))
            .map((metric) => `${name}: no alarm on ${metric}`);
        }),
  },
  {
    name: "a function names the messages that failed, so that only they come again",
    complaints: (graph) =>
      all(graph, "mapping")
        .filter(({ inputs }) => !inputs.functionResponseTypes?.includes("ReportBatchItemFailures"))
        .map(({ name }) => `${name} takes all or nothing`),
  },
  {
    name: "a message stays hidden for at least six times its function's time",
    complaints: (graph) =>
      all(graph, "queue").flatMap((queue) =>
        mappingsOf(graph, queue).flatMap((mapping) => {
          const { visibilityTimeoutSeconds: hidden, name } = queue.inputs;
          const timeout = functionOf(graph, mapping)?.inputs.timeout ?? Number.POSITIVE_INFINITY;
          return hidden >= 6 * timeout ? [] : [`${name}: hidden ${hidden} s, its function has ${timeout} s`];
        }),
      ),
  },
];
