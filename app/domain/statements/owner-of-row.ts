type RowPlace = { importId: string; lineNumber: number };

/** Whose the seal of a row's text is: moved to another row it does not open. */
export function ownerOfRow({ importId, lineNumber }: RowPlace): string {
  return `${importId}:${lineNumber}`;
}

/** The same read back; of an empty text what comes before every row. */
export function readOwner(owner: string): RowPlace {
  const [importId = "", lineNumber = "0"] = owner.split(":");
  return { importId, lineNumber: Number(lineNumber) };
}
