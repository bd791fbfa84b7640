import { find } from "@otklik/core/pipeline/find";
import { onChange } from "./on.ts";

export const handler = onChange(find);
