import { webhook } from "@otklik/core/pipeline/webhook";
import { onPush } from "./on.ts";

export const handler = onPush(webhook);
