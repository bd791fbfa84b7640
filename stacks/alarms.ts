import { type Queues, titled } from "./queues.ts";
import type { Settings } from "./settings.ts";

/** Tells whoever operates it that work was given up, by which queue it went. */
export function alarms({ dead }: Queues, { alarmMail }: Settings): void {
  const topic = new aws.sns.Topic("Alarms", {});
  if (alarmMail)
    new aws.sns.TopicSubscription("AlarmMail", { topic: topic.arn, protocol: "email", endpoint: alarmMail });
  for (const [name, queue] of Object.entries(dead)) {
    const about = { dimensions: { QueueName: queue.nodes.queue.name }, alarmActions: [topic.arn] };
    // A letter is taken up within moments, so it is its arrival that is counted and not its waiting.
    new aws.cloudwatch.MetricAlarm(titled(name, "DeadArrived"), {
      ...about,
      alarmDescription: `${name}: work was given up; see the screen of dead letters`,
      namespace: "AWS/SQS",
      metricName: "NumberOfMessagesReceived",
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
    });
    new aws.cloudwatch.MetricAlarm(titled(name, "DeadWaiting"), {
      ...about,
      alarmDescription: `${name}: a dead letter could not be kept for an hour; it is lost after 14 days`,
      namespace: "AWS/SQS",
      metricName: "ApproximateAgeOfOldestMessage",
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 12,
      threshold: 3600,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
    });
  }
}
