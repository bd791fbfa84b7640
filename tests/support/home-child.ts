// A process of its own for tests that kill it: opens the home in the folder named, says so, and writes until killed.
import { openHome } from "@otklik/local/home";

const folder = process.argv[2] as string;
const home = await openHome(folder);
process.stdout.write("open\n");
for (let n = 1; ; n++) {
  const body = { text: "x".repeat(2000) };
  await home.table.commit([
    { put: { pk: "p", sk: `row${n}`, body } },
    { put: { pk: "p", sk: "latest", body: { n } } },
  ]);
  await home.queue.send("pull", [{ body: String(n) }]);
  await home.queue.receive("pull", { max: 1, visibilitySeconds: 900 });
  process.stdout.write(`${n}\n`);
}
