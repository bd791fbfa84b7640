import type { Labeler } from "@otklik/core/label/labeler";
import type { OpenaiLabelerOptions } from "./label/openai.ts";
import { modelName } from "./model/name.ts";

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
 * The labeler that the settings call for: the embedded one, and with a key the model behind it. Its words and models are
 * opened with the first mention that it is given.
 * @throws Error as `modelFrom` does
 */
export function labelerFrom(settings: LabelerSettings): Labeler {
  const { openaiKey: apiKey, monthlyUsd, timeoutMs = defaults.timeoutMs } = settings;
  const embedded = opening({ name: modelName }, async () => {
    const { embeddedLabeler } = await import("./label/embedded.ts");
    return embeddedLabeler();
  });
  if (!apiKey) return embedded;
  const behind = modelFrom(settings);
  const model = { name: behind.model, baseUrl: behind.baseUrl, monthlyUsd };
  return opening({ name: behind.model, model }, async () => {
    const { openaiLabeler } = await import("./label/openai.ts");
    return openaiLabeler({ ...settings, ...behind, apiKey, embedded, timeoutMs });
  });
}

function opening(told: Pick<Labeler, "name" | "model">, open: () => Promise<Labeler>): Labeler {
  let opened: Promise<Labeler> | undefined;
  return {
    ...told,
    async label(...asked) {
      opened ??= open();
      return (await opened).label(...asked);
    },
  };
}
