import type { Labeler } from "@otklik/core/label/labeler";
import type { Prices } from "./label/budget.ts";
import { embeddedLabeler } from "./label/embedded.ts";
import { type OpenaiLabelerOptions, openaiBaseUrl, openaiLabeler } from "./label/openai.ts";

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
  model: "gpt-4.1-mini",
  /** The provider's list prices of that model in US dollars for a million tokens. */
  prices: { input: 0.4, cachedInput: 0.1, output: 1.6 },
  timeoutMs: 30_000,
};

/**
 * The labeler that the settings call for: the embedded one, and with a key the model behind it.
 * @throws Error when a model is named whose prices are neither given nor known: its budget could not be kept.
 */
export const labelerFrom = (settings: LabelerSettings): Labeler => {
  const embedded = embeddedLabeler();
  if (!settings.openaiKey) return embedded;
  const { labeling, purse, monthlyUsd, now, log, timeoutMs = defaults.timeoutMs } = settings;
  const model = settings.openaiModel ?? defaults.model;
  return openaiLabeler({
    apiKey: settings.openaiKey,
    baseUrl: settings.openaiBaseUrl ?? openaiBaseUrl,
    model,
    embedded,
    prices: settings.prices ?? pricesOf(model),
    timeoutMs,
    labeling,
    purse,
    monthlyUsd,
    now,
    ...(log && { log }),
  });
};

const pricesOf = (model: string): Prices => {
  if (model === defaults.model) return defaults.prices;
  throw new Error(
    `The prices of the model "${model}" are not known, so no budget can be kept: give its prices in US dollars for a million tokens, or leave the model out.`,
  );
};
