import { knownInstallation } from "../anchor.ts";
import type { SeenDate } from "./clock.ts";
import { about, type Finding } from "./finding.ts";
import { healthIn } from "./health.ts";
import { ask, type LookAround } from "./look-around.ts";

type Around = Pick<LookAround, "config" | "table" | "offline" | "now">;

const { fine, note, act } = about("public address");
const guide = "docs/operating.md";
const unset = note(
  "OTKLIK_PUBLIC_URL is not set: without it there are no webhooks, no signing in at networks by OAuth, " +
    "and no links in Slack and e-mail that others can open; networks are polled",
  `Put an HTTPS proxy before the service and set it: ${guide}`,
);

/** What links begin with, and who answers there. */
export async function examinePublicAddress(
  around: Around,
): Promise<{ findings: Finding[]; dates: SeenDate[] }> {
  const { publicUrl } = around.config;
  if (!publicUrl) return { findings: [unset], dates: [] };
  const open = isOpen(publicUrl)
    ? [
        act(
          `${publicUrl} is not HTTPS: whoever is on the way reads sessions and texts`,
          `Put an HTTPS proxy before the service: ${guide}`,
        ),
      ]
    : [];
  if (around.offline) return { findings: [...open, note(`${publicUrl} was not asked`)], dates: [] };
  const response = await ask(`${publicUrl}/health`);
  const date = Date.parse(response?.headers.get("date") ?? "");
  return {
    findings: [...open, await whoAnswers(publicUrl, response, around)],
    dates: Number.isNaN(date) ? [] : [{ date: new Date(date), at: around.now(), who: publicUrl }],
  };
}

function isOpen(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol !== "https:" && !["localhost", "127.0.0.1"].includes(hostname);
}

async function whoAnswers(url: string, response: Response | null, { table }: Around): Promise<Finding> {
  if (!response)
    return act(`nothing answers at ${url}`, `See that its name leads here and that the proxy runs: ${guide}`);
  const health = await healthIn(response);
  if (health && health.installation === (await knownInstallation(table))) return fine(`${url} leads here`);
  return act(
    `at ${url} answers something else than this installation`,
    "Point the proxy to this service's port, or correct OTKLIK_PUBLIC_URL",
  );
}
