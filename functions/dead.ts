import { dead } from "@otklik/core/pipeline/dead";
import { onDeadLetter } from "./on.ts";

export const handler = onDeadLetter(dead);
