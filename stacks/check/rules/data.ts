import { all, type Graph, type Resource } from "../graph.ts";
import type { Rule } from "../rule.ts";

const ofBlobs = (graph: Graph, type: Parameters<typeof all>[1]): Resource[] =>
  all(graph, type).filter(({ name }) => name.startsWith("Blobs"));
const unless = (isSound: boolean, complaint: string): string[] => (isSound ? [] : [complaint]);

export const dataRules: readonly Rule[] = [
  {
    name: "the table can be brought back to any moment",
    only: "production",
    complaints: (graph) =>
      all(graph, "table").flatMap(({ name, inputs }) =>
        unless(inputs.pointInTimeRecovery?.enabled === true, `${name} has no point-in-time recovery`),
      ),
  },
  {
    name: "nothing that people depend on is removed by mistake",
    only: "production",
    complaints: (graph) => [
      ...all(graph, "table").flatMap(({ name, inputs, isRetained }) => [
        ...unless(inputs.deletionProtectionEnabled === true, `${name} may be deleted`),
        ...unless(isRetained, `${name} goes with its stage`),
      ]),
      ...ofBlobs(graph, "bucket").flatMap(({ name, inputs, isRetained }) => [
        ...unless(inputs.forceDestroy === false, `${name} may be deleted with all that lies in it`),
        ...unless(isRetained, `${name} goes with its stage`),
      ]),
      ...all(graph, "key").flatMap(({ name, isRetained }) =>
        unless(isRetained, `${name} goes with its stage`),
      ),
      ...unless(graph.app.protect && graph.app.removal === "retain", "the stage may be removed"),
    ],
  },
  {
    name: "a stage of a developer's can be removed and leaves nothing behind",
    only: "other stages",
    complaints: (graph) => [
      ...unless(!graph.app.protect && graph.app.removal === "remove", "the stage is protected"),
      ...all(graph, "table").flatMap(({ name, inputs }) =>
        unless(!inputs.deletionProtectionEnabled, `${name} may not be deleted`),
      ),
      ...all(graph, "bucket").flatMap(({ name, inputs }) =>
        unless(inputs.forceDestroy, `${name} must be emptied first`),
      ),
      ...["table", "bucket", "key"].flatMap((type) =>
        all(graph, type as "table").flatMap(({ name, isRetained }) => unless(!isRetained, `${name} stays`)),
      ),
    ],
  },
  {
    name: "the bucket of blobs is private and encrypted, and forgets uploads that were broken off",
    complaints: (graph) => {
      const [access] = ofBlobs(graph, "publicAccessBlock").map(({ inputs }) => inputs);
      const [encryption] = ofBlobs(graph, "encryption").map(({ inputs }) => inputs.rules[0]);
      const [lifecycle] = ofBlobs(graph, "lifecycle").map(({ inputs }) => inputs.rules[0]);
      const statements = ofBlobs(graph, "bucketPolicy").flatMap(
        ({ inputs }) => JSON.parse(inputs.policy).Statement,
      );
      return [
        ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].flatMap(
          (block) => unless(access?.[block] === true, `${block} is off`),
        ),
        ...unless(
          encryption?.applyServerSideEncryptionByDefault?.sseAlgorithm === "AES256",
          "it is not encrypted",
        ),
        ...unless(
          lifecycle?.status === "Enabled" &&
            lifecycle?.abortIncompleteMultipartUpload?.daysAfterInitiation <= 7,
          "uploads that were broken off stay",
        ),
        ...unless(
          statements.some(
            ({ effect, conditions = [] }) =>
              effect === "Deny" && conditions[0]?.variable === "aws:SecureTransport",
          ),
          "it is read without TLS",
        ),
      ];
    },
  },
  {
    name: "the key that seals tokens is renewed every year",
    complaints: (graph) =>
      all(graph, "key").flatMap(({ name, inputs }) =>
        unless(inputs.enableKeyRotation === true, `${name} never is`),
      ),
  },
  {
    name: "what waits in a queue is encrypted",
    complaints: (graph) =>
      all(graph, "queue").flatMap(({ name, inputs }) => unless(inputs.sqsManagedSseEnabled === true, name)),
  },
  {
    name: "no resource is told a secret",
    complaints: (graph) => [
      ...graph.resources
        .filter(({ inputs }) => JSON.stringify(inputs).includes(sentinel))
        .map(({ type, name }) => `${type} ${name} knows a secret's value`),
      ...graph.resources
        .filter(({ type }) => /^aws:(ssm|secretsmanager)|^sst:sst:Secret/.test(type))
        .map(({ type, name }) => `${type} ${name} would hold a secret`),
      ...all(graph, "function").flatMap(({ name, inputs }) =>
        Object.keys(inputs.environment.variables)
          .filter((variable) => /KEY|TOKEN|SECRET|PASSWORD|WEBHOOK/i.test(variable))
          .filter((variable) => !["OTKLIK_KMS_KEY", "SST_KEY", "SST_KEY_FILE"].includes(variable))
          .map((variable) => `${name} has ${variable} in its environment`),
      ),
      // SST_KEY opens what is linked into a bundle, so nothing is.
      ...graph.builds
        .filter(({ links }) => Object.keys(links).length > 0)
        .map(({ functionID, links }) => `${functionID} is linked to ${Object.keys(links)}`),
    ],
  },
];

/** Stands in every variable of the deployer's environment that is a secret, and must stand nowhere else. */
export const sentinel = "SENTINEL-6f1c";
