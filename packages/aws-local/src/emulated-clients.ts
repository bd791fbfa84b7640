import { awsClients } from "@otklik/aws/clients";
import { anyone } from "./dynamo.ts";
import type { Emulated } from "./emulators.ts";

/** The SDK's clients of emulators. Parameters and mail are not stood in for, and are asked of no one. */
export const emulatedClients = ({ endpoints }: Pick<Emulated, "endpoints">) =>
  awsClients({ ...anyone, endpoints: { ...endpoints, ssm: endpoints.kms, ses: endpoints.kms } });
