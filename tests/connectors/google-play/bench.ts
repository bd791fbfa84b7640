// Google Play's simulator as a bench for the connector's contract, and for the tests that are Google Play's own.
import { googlePlayBy } from "@otklik/connectors/google-play/index";
import type { Account, Connector } from "@otklik/core/connector";
import { googlePlay as simulated } from "@otklik/sandbox/google-play/google-play";
import { packageName } from "@otklik/sandbox/google-play/reviews";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OnStage, onStage } from "../on-stage.ts";

type Settings = ReturnType<typeof googlePlayBy> extends Connector<infer S> ? S : never;

export type GooglePlayBench = ConnectorBench<Settings> &
  Pick<OnStage, "get" | "post" | "control"> &
  Required<Pick<ConnectorBench, "addMention" | "editMention" | "answerElsewhere" | "publishedTexts">> & {
    account: Account;
    clock: { now: Date };
  };

export async function openGooglePlay(wish: WorldWish = {}): Promise<GooglePlayBench> {
  const { hooks, address, ...stage } = await onStage(simulated, { posts: 250, ...wish });
  const { rejectReplies: _, ...offered } = hooks; // Google Play shows replies at once
  return {
    ...offered,
    ...stage,
    connector: googlePlayBy(10),
    account: {
      id: "account-demo",
      credentials: { keyFile: JSON.stringify(await stage.get("/__key")), address },
    },
    settings: { app: packageName, name: "Basketful: shopping list (demo)" },
    isWrite: ({ method, url }) => method === "POST" && url.endsWith(":reply"),
    breakOneEntry: (body) => body.replace(/"starRating":\d/, '"starRating":"много"'),
    changeShape: (body) => body.replace('"reviews":', '"entries":'),
    writeBigId: (body, digits) => body.replace(/"reviewId":"[^"]*"/, `"reviewId":${digits}`),
    ownFaults: [
      {
        name: "a key that Google does not take",
        kind: "unauthorized",
        response: () => denied("Invalid JWT Signature."),
      },
      {
        name: "a limit in the older form, under the status of a refusal",
        kind: "throttled",
        response: () => tooMuch(403, [{ domain: "usageLimits", reason: "userRateLimitExceeded" }]),
      },
      { name: "a limit", kind: "throttled", response: () => tooMuch(429, []) },
    ],
  };
}

const denied = (why: string): Response =>
  Response.json({ error: "invalid_grant", error_description: why }, { status: 400 });
const tooMuch = (code: number, errors: object[]): Response =>
  Response.json({ error: { code, message: "Demo.", errors } }, { status: code });
