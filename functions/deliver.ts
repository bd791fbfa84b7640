import { deliver } from "@otklik/core/pipeline/deliver";
import { onQueue } from "./on.ts";

export const handler = onQueue(deliver);
