import type { Heard, SignalModel } from "../model/signal-model.ts";
import type { Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";

export type HeardSignal = Pick<Heard, "signal" | "strength">;

/** The signals in the fields, each where it is heard most plainly, the strongest first. */
export const heardIn = (fields: readonly Field[], model: SignalModel): Hit<HeardSignal>[] => {
  const heard = fields.flatMap((field) =>
    model
      .hear(field.tokens)
      .filter(({ signal }) => isMeant(signal, field))
      .map(({ signal, strength, ...stretch }) => ({ is: { signal, strength }, field, ...stretch })),
  );
  if (fields.length === 1) return heard;
  heard.sort((a, b) => b.is.strength - a.is.strength);
  return heard.filter(({ is }, at) => heard.findIndex((one) => one.is.signal === is.signal) === at);
};

/** What somebody counts among the good sides cannot wait for anybody. */
const isMeant = (signal: HeardSignal["signal"], field: Field): boolean =>
  field.in !== "pros" || !signal.startsWith("urgency.");
