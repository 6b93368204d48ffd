/** A field of what stood before and after; undefined: it was not said. */
export type AuditChange = { field: string; before: unknown; after: unknown };

/** What an entry says that has changed, or was noted, field by field; a state that has no fields is one of no name. */
export function changesOf({ before, after }: { before: unknown; after: unknown }): AuditChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field,
    before: was.get(field),
    after: is.get(field),
  }));
}

function fieldsOf(state: unknown): Map<string, unknown> {
  if (state === null || state === undefined) return new Map();
  const isRecord = typeof state === "object" && !Array.isArray(state);
  return new Map(isRecord ? Object.entries(state) : [["", state]]);
}
