import { describeFirstMinutes } from "../support/browser-journey.ts";

describeFirstMinutes("embedded");
