/** Stands in the words of a fault where what was typed goes. */
export const TYPED = "‹…›";

/** Words of a fault, which may bring along what was typed (`price_meant?typed=60`). */
export function faultWords(errors: Readonly<Record<string, string>>, fault: string): string {
  const [code = "", figures = ""] = fault.split("?");
  const words = errors[code] ?? errors["unexpected"] ?? "";
  return words.replace(TYPED, new URLSearchParams(figures).get("typed") ?? "");
}
