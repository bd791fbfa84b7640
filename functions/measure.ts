import { measure } from "@otklik/core/pipeline/measure";
import { onChange } from "./on.ts";

export const handler = onChange(measure);
