import { actions } from "./actions.ts";
import { alerts } from "./alerts.ts";
import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { connect } from "./connect.ts";
import { conversation } from "./conversation.ts";
import { errors } from "./errors.ts";
import { inbox } from "./inbox.ts";
import { labeling } from "./labeling.ts";
import { labels } from "./labels.ts";
import { notices } from "./notices.ts";
import { signIn } from "./sign-in.ts";
import { silence } from "./silence.ts";
import { sources } from "./sources.ts";
import { start } from "./start.ts";
import { stuck } from "./stuck.ts";
import { templates } from "./templates.ts";
import { topics } from "./topics.ts";

export const en = {
  app,
  actions,
  alerts,
  labels,
  labeling,
  inbox,
  conversation,
  composer,
  start,
  connect,
  sources,
  stuck,
  silence,
  templates,
  topics,
  notices,
  signIn,
  errors,
} as const;
