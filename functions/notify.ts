import { notify } from "@otklik/core/pipeline/notify";
import { onQueue } from "./on.ts";

export const handler = onQueue(notify);
