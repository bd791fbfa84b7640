import { file } from "@otklik/connectors/file/index";
import { describeConnector } from "../../contracts/connector.ts";
import { recogniseFile, toolsWith } from "./stored-files.ts";

interface Row {
  id: string;
  text: string;
}

// A file changes by being written anew under its name; its cursor is a row, so what is added stands at its end.
describeConnector("A file", async () => {
  const rows: Row[] = [
    { id: "9007199254740993", text: "It whistles." },
    { id: "2", text: "It leaks." },
  ];
  const csv = (): string => ["id;rating;text", ...rows.map(({ id, text }) => `${id};4;"${text}"`)].join("\n");
  const { settings } = await recogniseFile(csv());
  const fresh = () => toolsWith({ blob: csv() });
  return {
    connector: file,
    account: null,
    settings,
    tools: { ...fresh(), file: (blob: string) => fresh().file(blob) },
    speaks: "table" as const,
    close: async () => {},
    async addMention(text: string) {
      const id = String(rows.length + 1);
      rows.push({ id, text });
      return id;
    },
  };
});
