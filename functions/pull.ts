import { pull } from "@otklik/core/pipeline/pull";
import { onQueue } from "./on.ts";

export const handler = onQueue(pull);
