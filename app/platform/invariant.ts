/** Throws when the program itself is wrong. What a person or a provider may do wrong is a `Result`. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The value, which must be there. */
export function present<Value>(value: Value | null | undefined, message: string): Value {
  if (value === null || value === undefined) throw new InvariantError(message);
  return value;
}

/** In the default of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable: ${JSON.stringify(value)}`);
}

export class InvariantError extends Error {
  override name = "InvariantError";
}
