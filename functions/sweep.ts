import { sweep } from "@otklik/core/pipeline/sweep";
import { onSchedule } from "./on.ts";

export const handler = onSchedule(sweep);
