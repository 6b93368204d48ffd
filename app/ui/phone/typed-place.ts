const FIGURES = ["typed", "old", "now", "names"] as const;

/** Stand in the words of a fault where its figures go. */
export const PLACES = Object.fromEntries(FIGURES.map((name) => [name, placeOf(name)]));

function placeOf(figure: string): string {
  return `‹${figure}›`;
}

/** Words of a fault, which may bring figures along (`price_meant?typed=60`). */
export function faultWords(errors: Readonly<Record<string, string>>, fault: string): string {
  const [code = "", figures = ""] = fault.split("?");
  let words = errors[code] ?? errors["unexpected"] ?? "";
  for (const [name, text] of new URLSearchParams(figures)) {
    words = words.replaceAll(placeOf(name), () => text);
  }
  return words;
}
