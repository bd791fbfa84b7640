/** A table's text: UTF-8, or windows-1251 as Excel writes it in Russia. */
export function tableText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
