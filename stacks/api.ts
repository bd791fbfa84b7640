import { triggers } from "../functions/triggers.ts";
import type { Ground } from "./grants.ts";
import { titled } from "./queues.ts";
import { room } from "./rooms.ts";
import { isProduction } from "./settings.ts";

/** API Gateway itself gives up after 30 seconds. */
const timeoutSeconds = 29;

/** Who is there is the room's own question: sessions are rows, and a webhook is known by its signature. */
export function api(ground: Ground, front: sst.aws.Router): void {
  const http = new sst.aws.ApiGatewayV2("Api", {
    cors: false,
    accessLog: { retention: isProduction() ? "1 month" : "1 week" },
    transform: {
      stage: (args) => {
        args.defaultRouteSettings = throttle;
        if (args.accessLogSettings)
          args.accessLogSettings = $output(args.accessLogSettings).apply((log) => ({ ...log, format }));
      },
    },
  });
  for (const { name, path } of triggers.requests) {
    const folder = path.replace(/\/\*$/, "");
    http.route(`ANY ${folder}/{proxy+}`, room(ground, { name, timeoutSeconds }), { name: titled(name, "") });
    front.route(folder, http.url, { readTimeout: "30 seconds" });
  }
}

/** Requests a second, so that a flood costs little. */
const throttle = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };

/** What happened, and nothing of the person: no address, no browser, no query. */
const format = JSON.stringify({
  at: "$context.requestTime",
  id: "$context.requestId",
  route: "$context.routeKey",
  method: "$context.httpMethod",
  status: "$context.status",
  ms: "$context.responseLatency",
});
