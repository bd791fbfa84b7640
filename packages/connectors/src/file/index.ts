// A file: the export of a network's cabinet, or any table of reviews that a person has.
import type { Connector } from "@otklik/core/connector";
import { pull } from "./pull.ts";
import { recognise } from "./recognise.ts";
import { FileSettings } from "./settings.ts";

export const file: Connector<FileSettings> = {
  network: "file",
  title: "File",
  about: {
    reads: {
      ru: "выгрузки CSV, XLSX и JSON любого происхождения; разметка столбцов угадывается, видна и исправляется",
      en: "CSV, XLSX, JSON exports of any origin; the mapping is guessed, shown and can be corrected",
    },
    needs: { ru: "ничего", en: "nothing" },
    format: true,
  },
  account: { is: "none" },
  settings: FileSettings,
  limits: { buckets: [] },
  every: 0,
  recognise,
  pull,
};
