import { label } from "@otklik/core/pipeline/label";
import { onQueue } from "./on.ts";

export const handler = onQueue(label);
