/** What was typed as an amount of dollars, with a comma or a point; null where it is none from 0 to `allowed`. */
export function readBudget(typed: string, allowed: number): number | null {
  const plain = typed.trim().replace(",", ".");
  if (!/^\d+(\.\d{1,4})?$/.test(plain)) return null;
  const usd = Number(plain);
  return usd <= allowed ? usd : null;
}
