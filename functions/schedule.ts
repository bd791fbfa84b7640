import { schedule } from "@otklik/core/pipeline/schedule";
import { onSchedule } from "./on.ts";

export const handler = onSchedule(schedule);
