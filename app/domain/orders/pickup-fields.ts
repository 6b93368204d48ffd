const FIELD = /^pickup([0-9a-f]{32})$/;

/** The form's field for how the goods of a household are received: our forms are flat, so its name holds the id. */
export function pickupField(householdId: string): string {
  return `pickup${householdId.replace(/^hh_/, "")}`;
}

/** The pick-up point that was chosen for each household; blank, it is sent. */
export function readPickups(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, pointId]) => {
      const id = FIELD.exec(name)?.[1];
      return id === undefined || pointId === "" ? [] : [[`hh_${id}`, pointId]];
    }),
  );
}
