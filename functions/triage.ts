import { triage } from "@otklik/core/pipeline/triage";
import { onQueue } from "./on.ts";

export const handler = onQueue(triage);
