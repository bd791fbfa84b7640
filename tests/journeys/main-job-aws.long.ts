import { describeMainJob } from "../support/main-job-journey.ts";

describeMainJob("aws");
