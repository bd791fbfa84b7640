import type { Labeler } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "./label/embedded.ts";
import { type OpenaiLabelerOptions, openaiLabeler } from "./label/openai.ts";

export interface LabelerSettings
  extends Pick<OpenaiLabelerOptions, "labeling" | "purse" | "monthlyUsd" | "now" | "log">,
    Partial<Pick<OpenaiLabelerOptions, "prices" | "timeoutMs">> {
  /** Absent or empty: the embedded labeler, which needs no key. */
  openaiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
  /** Another model than the default; then its prices must be given too. */
  openaiModel?: string | undefined;
}

const defaults = {
  baseUrl: "https://api.openai.com/v1",
  model: "gpt-4.1-mini",
  /** The provider's list prices of that model in US dollars for a million tokens. */
  prices: { input: 0.4, cachedInput: 0.1, output: 1.6 },
  timeoutMs: 30_000,
};

/**
 * The model that settings call for, with its prices.
 * @throws Error when a model is named whose prices are neither given nor known: its budget could not be kept.
 */
export function modelFrom({
  openaiModel = defaults.model,
  openaiBaseUrl: baseUrl = defaults.baseUrl,
  prices = openaiModel === defaults.model ? defaults.prices : undefined,
}: Pick<LabelerSettings, "openaiModel" | "openaiBaseUrl" | "prices">) {
  if (prices) return { model: openaiModel, baseUrl, prices };
  throw new Error(
    `The prices of the model "${openaiModel}" are not known, so no budget can be kept: give its prices in US dollars for a million tokens (input, cached input, output; 0,0,0 for a server of your own), or leave the model out.`,
  );
}

/**
 * The labeler that the settings call for: the embedded one, and with a key the model behind it.
 * @throws Error as `modelFrom` does
 */
export function labelerFrom(settings: LabelerSettings): Labeler {
  const embedded = embeddedLabeler();
  if (!settings.openaiKey) return embedded;
  const { labeling, purse, monthlyUsd, now, log, timeoutMs = defaults.timeoutMs } = settings;
  return openaiLabeler({
    ...modelFrom(settings),
    apiKey: settings.openaiKey,
    embedded,
    timeoutMs,
    labeling,
    purse,
    monthlyUsd,
    now,
    ...(log && { log }),
  });
}
