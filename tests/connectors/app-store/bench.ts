// Apple's simulator as a bench for the connector's contract, and for the tests that are the App Store's own.
import { appStoreBy } from "@otklik/connectors/app-store/index";
import type { Account, Connector } from "@otklik/core/connector";
import { app } from "@otklik/sandbox/app-store/app";
import { appStore as simulated } from "@otklik/sandbox/app-store/app-store";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OnStage, onStage } from "../on-stage.ts";

type Settings = ReturnType<typeof appStoreBy> extends Connector<infer S> ? S : never;

export type AppStoreBench = ConnectorBench<Settings> &
  Pick<OnStage, "get" | "post" | "control"> &
  Required<Pick<ConnectorBench, "addMention" | "editMention" | "answerElsewhere" | "publishedTexts">> & {
    account: Account;
    clock: { now: Date };
  };

export async function openAppStore(wish: WorldWish = {}): Promise<AppStoreBench> {
  const { hooks, address, ...stage } = await onStage(simulated, wish);
  const key = (await stage.get("/__key")) as Record<string, string>;
  const { rejectReplies: _, ...offered } = hooks; // Apple tells of no rejection: a response merely stays unpublished
  return {
    ...offered,
    ...stage,
    connector: appStoreBy(15),
    account: { id: "account-demo", credentials: { ...key, address } },
    settings: { app: app.id, name: app.name },
    breakOneEntry: (body) => body.replace(/"createdDate":"[^"]*"/, '"createdDate":"позавчера"'),
    changeShape: (body) => body.replace('"data":', '"entries":'),
    writeBigId: (body, digits) =>
      body.replace(/"type":"customerReviews","id":"[^"]*"/, `"type":"customerReviews","id":${digits}`),
    ownFaults: [
      { name: "a key that is none", kind: "unauthorized", response: () => refusal(401, "NOT_AUTHORIZED") },
      {
        name: "a key without the role",
        kind: "unauthorized",
        response: () => refusal(403, "FORBIDDEN_ERROR"),
      },
      { name: "the hour's limit", kind: "throttled", response: () => refusal(429, "RATE_LIMIT_EXCEEDED") },
      { name: "an app of another team", kind: "gone", response: () => refusal(404, "NOT_FOUND") },
      {
        name: "a parameter it no longer knows",
        kind: "changed",
        response: () => refusal(400, "PARAMETER_ERROR.ILLEGAL"),
      },
    ],
  };
}

const refusal = (status: number, code: string): Response =>
  Response.json({ errors: [{ status: String(status), code, title: "Demo.", detail: "Demo." }] }, { status });
