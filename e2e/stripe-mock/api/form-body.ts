import { invalidParameter } from "./stripe-error";

/** What a form says, before anybody knows what its fields mean: texts, and texts within texts. */
export type RawParams = { [name: string]: string | RawParams };

const DEEPEST = 8;

/**
 * Reads `line_items[0][price_data][currency]=vnd` as the SDK sends it, in a body or a query. Lists stay objects with
 * numbers for names, because `metadata[0]` is none; `expand[]=x` counts by itself.
 */
export function readForm(text: string): RawParams {
  const form = emptyParams();
  for (const [name, value] of new URLSearchParams(text)) {
    const path = pathOf(name);
    if (path.length > DEEPEST) throw invalidParameter(name, `Too deep: ${name}`);
    put(form, path, { name, value });
  }
  return form;
}

/** Without a prototype, so that a field named `__proto__` is a field. */
const emptyParams = (): RawParams => Object.create(null) as RawParams;

function pathOf(name: string): string[] {
  const [head = "", ...rest] = name.split("[");
  return [head, ...rest.map((part) => part.replace(/\]$/, ""))];
}

function put(form: RawParams, path: string[], field: { name: string; value: string }): void {
  let place = form;
  for (const [depth, part] of path.entries()) {
    const key = part === "" && depth > 0 ? String(Object.keys(place).length) : part;
    if (depth === path.length - 1) {
      place[key] = field.value;
      return;
    }
    const next = (place[key] ??= emptyParams());
    if (typeof next === "string") throw invalidParameter(field.name, "Invalid object");
    place = next;
  }
}
