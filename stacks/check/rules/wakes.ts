import { triggers } from "../../../functions/triggers.ts";
import { all, functionsOf, type Graph, ownName } from "../graph.ts";
import { differences, type Rule } from "../rule.ts";

const rate = (seconds: number): string => `rate(${seconds / 60} minute${seconds === 60 ? "" : "s"})`;

/** By the one table: what wakes which function. */
const expectedWakes = (): string[] => [
  ...triggers.schedules.map(({ name, everySeconds }) => `${rate(everySeconds)} wakes ${name}`),
  ...triggers.queues.map(({ name, batch }) => `queue ${name}, ${batch} at once, wakes ${name}`),
  ...[...triggers.queues.map(({ name }) => name), "schedule", "change"].map(
    (name) => `queue ${name}-dead, ${triggers.dead.batch} at once, wakes ${triggers.dead.name}`,
  ),
  ...triggers.changes.map(({ name }) => `the table's stream wakes ${name}`),
  ...triggers.requests.map(({ name, path }) => `ANY ${path.replace("*", "{proxy+}")} wakes ${name}`),
];

/** By the resources: what wakes which function. */
function foundWakes(graph: Graph): string[] {
  const integrations = graph.resources.filter(({ type }) => type.endsWith(":Integration"));
  const target = (arn: string): string => ownName(graph, arn);
  return [
    ...all(graph, "schedule").map(
      ({ inputs }) => `${inputs.scheduleExpression} wakes ${target(inputs.target.arn)}`,
    ),
    ...all(graph, "mapping").map(({ inputs: { eventSourceArn: source, functionName, batchSize } }) =>
      source.includes("/stream/")
        ? `the table's stream wakes ${target(functionName)}`
        : `queue ${ownName(graph, source)}, ${batchSize} at once, wakes ${target(functionName)}`,
    ),
    ...all(graph, "route").map(({ inputs }) => {
      const integration = integrations.find(({ name }) => inputs.target === `integrations/${name}-id`);
      return `${inputs.routeKey} wakes ${target(integration?.inputs.integrationUri ?? "nothing")}`;
    }),
  ];
}

export const wakeRules: readonly Rule[] = [
  {
    name: "every trigger wakes its function once, and nothing else wakes any",
    complaints: (graph) => differences(expectedWakes(), foundWakes(graph)),
  },
  {
    name: "there is one function for each trigger, with its own room in it",
    complaints: (graph) => {
      const { schedules, queues, changes, requests, dead } = triggers;
      const alone = [...schedules, ...changes, ...requests, dead].map(({ name }) => ({ name, room: name }));
      return differences(
        [...alone, ...queues].map(({ name, room }) => `${name}: functions/${room}.handler`),
        functionsOf(graph).map(({ name, handler }) => `${name}: ${handler}`),
      );
    },
  },
  {
    name: "a queue's function has the time that its trigger gives it",
    complaints: (graph) =>
      differences(
        [...triggers.queues, triggers.dead].map(({ name, timeoutSeconds }) => `${name}: ${timeoutSeconds} s`),
        functionsOf(graph)
          .filter(({ name }) => [...triggers.queues, triggers.dead].some((trigger) => trigger.name === name))
          .map(({ name, resource }) => `${name}: ${resource.inputs.timeout} s`),
      ),
  },
  {
    name: "a schedule hands on its own time, is retried for a while and then put aside",
    complaints: (graph) => [
      ...all(graph, "schedule")
        .filter(({ inputs: { target } }) => {
          const { time } = JSON.parse(target.input ?? "{}");
          const isPutAside = target.deadLetterConfig?.arn?.endsWith("-schedule-dead");
          return (
            time !== "<aws.scheduler.scheduled-time>" ||
            !isPutAside ||
            !target.retryPolicy?.maximumRetryAttempts
          );
        })
        .map(({ name }) => `${name} is not as it should be`),
      ...differences(
        triggers.schedules.map(({ name }) => name),
        all(graph, "invokeConfig")
          .filter(({ inputs }) =>
            inputs.destinationConfig?.onFailure?.destination?.endsWith("-schedule-dead"),
          )
          .map(({ inputs }) => ownName(graph, inputs.functionName)),
      ),
    ],
  },
  {
    name: "a change that fails is split off, retried within bounds and put aside; none is skipped",
    complaints: (graph) =>
      all(graph, "mapping")
        .filter(({ inputs }) => inputs.eventSourceArn.includes("/stream/"))
        .filter(
          ({ inputs }) =>
            !inputs.bisectBatchOnFunctionError ||
            !(inputs.maximumRetryAttempts > 0) ||
            !(inputs.maximumRecordAgeInSeconds > 0) ||
            inputs.startingPosition !== "TRIM_HORIZON" ||
            !inputs.destinationConfig?.onFailure?.destinationArn?.endsWith("-change-dead"),
        )
        .map(({ name }) => `${name} is not as it should be`),
  },
];
