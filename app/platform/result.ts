/** A failure that is expected: a snake_case fact with a text in every language (`errors` catalogue). */
export type Failure<Code extends string> = { ok: false; code: Code; detail?: FailureDetail };
export type FailureDetail = Readonly<Record<string, string | number>>;
export type Success<Value> = { ok: true; value: Value };
export type Result<Value, Code extends string = never> = Success<Value> | Failure<Code>;

export function succeed<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function fail<Code extends string>(code: Code, detail?: FailureDetail): Failure<Code> {
  return detail ? { ok: false, code, detail } : { ok: false, code };
}
