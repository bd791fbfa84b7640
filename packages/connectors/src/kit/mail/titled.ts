/** A field's title in both languages; JSON Schema, whose types these are, knows one only. */
export const titled = (ru: string, en: string) => ({ title: { ru, en } as unknown as string });
