import { api } from "@otklik/core/pipeline/api";
import { onRequest } from "./on.ts";

export const handler = onRequest(api);
