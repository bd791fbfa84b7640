// The emulators as a command of their own, so that they outlive a service that is killed, as AWS does.
// It prints one line of JSON that says where everything is.
import { parseArgs } from "node:util";
import { startEmulators } from "./emulators.ts";

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    "max-receives": { type: "string" },
    "with-parent": { type: "boolean", default: false },
  },
});
const maxReceives = Number(values["max-receives"]) || undefined;
const { emulated, close } = await startEmulators({ folder: values.folder, maxReceives });
process.stdout.write(`${JSON.stringify(emulated)}\n`);

const end = async (): Promise<void> => {
  await close();
  process.exit(0);
};
process.on("SIGTERM", end);
process.on("SIGINT", () => undefined); // the service beside it is told by the same key, and still needs it to end well
// The parent's end closes this pipe, however it ends.
if (values["with-parent"]) process.stdin.resume().on("end", end);
