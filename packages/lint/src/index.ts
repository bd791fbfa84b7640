export { type Finding, type FindingCode, lintReply, maySend, type TextRules } from "./lint-reply.ts";
export { measure, type Unit } from "./measure.ts";
export { fillTemplate } from "./template-variables.ts";
