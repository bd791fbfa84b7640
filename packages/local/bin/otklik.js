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
// Our sources are compiled once and not at each command. The cache is in our own folder, which no stranger can write.
const { enableCompileCache } = await import("node:module");
const { fileURLToPath } = await import("node:url");
const compiled = fileURLToPath(new URL("../../../node_modules/.cache/otklik", import.meta.url));
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE ??= compiled; // of the processes that it starts
await import("../src/main.ts");
