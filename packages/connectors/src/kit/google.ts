// What Google's APIs have in common: one envelope for all errors, and several meanings of 403 and 429.
import type { Said } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { type FaultContext, faultOf } from "./faults.ts";
import { parseJson } from "./json.ts";

const spare = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Envelope = z.object({
  error: z.object({
    message: spare(z.string()),
    status: spare(z.string()),
    errors: spare(z.array(z.object({ reason: spare(z.string()) }))),
    details: spare(
      z.array(z.object({ reason: spare(z.string()), metadata: spare(z.record(z.string(), z.unknown())) })),
    ),
  }),
});

/** What an error of Google says, beside its status. */
export interface GoogleError {
  message?: string | undefined;
  /** Such as "RESOURCE_EXHAUSTED". */
  status?: string | undefined;
  /** Such as "SERVICE_DISABLED", in no certain spelling. */
  reasons: string[];
  /** The quota that was used up is none at all: the project has not been let in. */
  isWithoutQuota: boolean;
}

/** Reads the body of an error; one of another form, such as a web page, says nothing. */
export async function googleErrorOf(response: Response): Promise<GoogleError> {
  const { error } = Envelope.safeParse(await jsonOf(response)).data ?? {};
  const details = error?.details ?? [];
  return {
    message: error?.message,
    status: error?.status,
    reasons: [...details, ...(error?.errors ?? [])].flatMap(({ reason }) => reason ?? []),
    isWithoutQuota: details.some(({ metadata }) => metadata?.quota_limit_value === "0"),
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

const throttling = /^(user)?rate_?limit_?exceeded$|^quota_?exceeded$|^dailylimitexceeded$/i;
const switchedOff = /^service_disabled$|^accessnotconfigured$/i;
const scopeless = /^access_token_scope_insufficient$|^insufficientpermissions$/i;

/** The fault of an answer that was no success. */
export function googleFault(response: Response, error: GoogleError, context: FaultContext): NetworkFault {
  const { network } = context;
  const said = { ...context, said: error.message };
  const has = (reason: RegExp) => error.reasons.some((one) => reason.test(one));
  if (error.isWithoutQuota) return new NetworkFault("unauthorized", withoutQuota(network));
  if (has(switchedOff)) return new NetworkFault("unauthorized", notSwitchedOn(network));
  if (has(scopeless)) return new NetworkFault("unauthorized", withoutScope(network));
  const fault = faultOf(response, said);
  if (response.status !== 403 || !(has(throttling) || error.status === "RESOURCE_EXHAUSTED")) return fault;
  return new NetworkFault("throttled", fault.said, { retryAt: fault.retryAt });
}

const withoutQuota = (network: string): Said => ({
  ru: `Google ещё не открыл вашему проекту доступ к API (${network}): квота проекта равна нулю. Подайте заявку (для профилей компаний: developers.google.com/my-business/content/prereqs) и подключите аккаунт, когда её одобрят.`,
  en: `Google has not let your project use this API (${network}) yet: its quota is zero. Apply for access (for Business Profiles: developers.google.com/my-business/content/prereqs), and connect the account once it is granted.`,
});
const notSwitchedOn = (network: string): Said => ({
  ru: `${network}: API не включён в вашем проекте Google Cloud. Откройте console.cloud.google.com → APIs & Services → Library и включите его.`,
  en: `${network}: the API is not switched on in your Google Cloud project. Open console.cloud.google.com → APIs & Services → Library and enable it.`,
});
const withoutScope = (network: string): Said => ({
  ru: `${network}: у входа нет нужного разрешения. Подключите аккаунт заново и отметьте все галочки на странице Google.`,
  en: `${network}: the sign-in lacks a permission. Connect the account again and tick every box on Google's page.`,
});
