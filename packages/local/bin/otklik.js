#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still say what is wrong.
const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  process.stderr.write(
    `Otklik runs on Node 24; this is ${process.versions.node}. In its folder npm brings the right one:\n` +
      "  npm ci && npm start        or        npx otklik …\n",
  );
  process.exit(1);
}
await import("../src/main.ts");
