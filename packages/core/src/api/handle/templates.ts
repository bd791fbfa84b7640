import { getBrand } from "../../brand/brand-store.ts";
import { Refusal } from "../../errors.ts";
import { listTemplates, removeTemplate, saveTemplate } from "../../template/template-store.ts";
import type { Handlers } from "../context.ts";

export const templates: Handlers<
  "GET /api/templates" | "PUT /api/templates/:id" | "DELETE /api/templates/:id"
> = {
  "GET /api/templates": ({ brand }, { table }) => listTemplates(table, brand),

  async "PUT /api/templates/:id"(template, { table }) {
    if (!(await getBrand(table, template.brandId)))
      throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
    await saveTemplate(table, template);
    return template;
  },

  async "DELETE /api/templates/:id"({ id, brandId }, { table }) {
    await removeTemplate(table, brandId, id);
    return { done: true };
  },
};
