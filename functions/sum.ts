import { sum } from "@otklik/core/pipeline/sum";
import { onQueue } from "./on.ts";

export const handler = onQueue(sum);
