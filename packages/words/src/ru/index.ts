import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { conversation } from "./conversation.ts";
import { errors } from "./errors.ts";
import { inbox } from "./inbox.ts";
import { labels } from "./labels.ts";
import { notices } from "./notices.ts";
import { signIn } from "./sign-in.ts";
import { sources } from "./sources.ts";
import { start } from "./start.ts";
import { templates } from "./templates.ts";

export const ru = {
  app,
  actions,
  labels,
  inbox,
  conversation,
  composer,
  start,
  sources,
  templates,
  notices,
  signIn,
  errors,
} as const;
