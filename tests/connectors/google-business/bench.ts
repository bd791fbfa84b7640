// Google's simulator as a bench for the connector's contract, and for the tests that are Google's own.
import { googleBusinessBy } from "@otklik/connectors/google-business/index";
import type { Account, Connector } from "@otklik/core/connector";
import { client, googleBusiness as simulated } from "@otklik/sandbox/google-business/google-business";
import { pushEmail } from "@otklik/sandbox/google-business/pubsub";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OnStage, onStage } from "../on-stage.ts";

type Settings = ReturnType<typeof googleBusinessBy> extends Connector<infer S> ? S : never;

export interface GoogleBench extends ConnectorBench<Settings>, Pick<OnStage, "get" | "post" | "control"> {
  addMention(text: string): Promise<string>;
  editMention(externalId: string, text: string): Promise<void>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  rejectReplies(rejects: boolean): Promise<void>;
  push(externalId: string): Promise<Request>;
  account: Account;
  clock: { now: Date };
}

export const hookUrl = "https://otklik.example/hooks/google-business/account-demo/secret";

export async function openGoogleBusiness(wish: WorldWish = {}): Promise<GoogleBench> {
  const { hooks, address, ...stage } = await onStage(simulated, { posts: 120, ...wish });
  const { accessToken } = (await stage.post("/__grant", {})) as { accessToken: string };
  return {
    ...hooks,
    ...stage,
    connector: googleBusinessBy(8),
    account: {
      id: "account-demo",
      credentials: {
        clientId: client.id,
        clientSecret: client.secret,
        accessToken,
        pubsubTopic: "projects/demo-project/topics/reviews",
        pushEmail,
        address,
      },
    },
    settings: {
      account: "accounts/100000000000000000002",
      location: "locations/20000000000000000001",
      name: "Кофейня «Тёплый угол» (демо), Лесная, 12",
      url: "https://maps.example/?cid=0001",
    },
    hook: { url: hookUrl },
    async push(externalId) {
      const token = await stage.post("/__push-token", { audience: hookUrl });
      const told = {
        notification_type: "NEW_REVIEW",
        location_name: "accounts/100000000000000000002/locations/20000000000000000001",
        review_name: `accounts/100000000000000000002/locations/20000000000000000001/reviews/${externalId}`,
      };
      const data = Buffer.from(JSON.stringify(told)).toString("base64");
      return new Request(hookUrl, {
        method: "POST",
        headers: { authorization: `Bearer ${(token as { token: string }).token}` },
        body: JSON.stringify({
          message: { data, messageId: "1" },
          subscription: "projects/demo/subscriptions/s",
        }),
      });
    },
    breakOneEntry: (body) => body.replace(/"createTime":"[^"]*"/, '"createTime":"позавчера"'),
    changeShape: (body) => body.replace('"reviews":', '"ratings":'),
    writeBigId: (body, digits) => body.replace(/"reviewId":"[^"]*"/, `"reviewId":${digits}`),
    ownFaults: [
      {
        name: "an access token that has ended",
        kind: "unauthorized",
        response: () => refusal(401, "UNAUTHENTICATED"),
      },
      {
        name: "a project that Google has not let in",
        kind: "unauthorized",
        response: () =>
          refusal(429, "RESOURCE_EXHAUSTED", [
            { reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit_value: "0" } },
          ]),
      },
      {
        name: "a service that is not switched on",
        kind: "unauthorized",
        response: () => refusal(403, "PERMISSION_DENIED", [{ reason: "SERVICE_DISABLED" }]),
      },
      {
        name: "a sign-in without the permission",
        kind: "unauthorized",
        response: () => refusal(403, "PERMISSION_DENIED", [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }]),
      },
      {
        name: "a limit under the status of a refusal",
        kind: "throttled",
        response: () => refusal(403, "RESOURCE_EXHAUSTED"),
      },
      {
        name: "a location that is not found, twice",
        kind: "unavailable",
        response: () => refusal(404, "NOT_FOUND"),
      },
      { name: "a list that is refused", kind: "changed", response: () => refusal(400, "INVALID_ARGUMENT") },
    ],
  };
}

const refusal = (code: number, status: string, details: object[] = []): Response =>
  Response.json({ error: { code, status, message: "Demo.", details } }, { status: code });
