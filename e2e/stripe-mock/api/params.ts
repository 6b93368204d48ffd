import { z } from "zod";
import type { RawParams } from "./form-body";
import { invalidParameter, type StripeError } from "./stripe-error";

/** What the parameters of a request may be. All of them come as text. */

type Context = z.core.$RefinementCtx;

/** `{param}` in a message becomes the parameter's name, which only the reader of the whole knows. */
function refuse(context: Context, code: string | undefined, message: string): never {
  context.issues.push({ code: "custom", message, params: { code }, input: context.value });
  return z.NEVER;
}

const EMPTY =
  "You passed an empty string for '{param}'. We assume empty values are an attempt to unset a parameter; however " +
  "'{param}' cannot be unset. You should remove '{param}' from your request or supply a non-empty value.";

export const text = (longest = 5_000) =>
  z.string().transform((value, context) => {
    if (value === "") return refuse(context, "parameter_invalid_empty", EMPTY);
    if (value.length > longest) {
      const message = `Invalid string: ${value.slice(0, 20)}...; must be at most ${longest} characters`;
      return refuse(context, undefined, message);
    }
    return value;
  });

export const integer = ({ min, max }: { min?: number; max?: number } = {}) =>
  z.string().transform((value, context) => {
    if (value === "") return refuse(context, "parameter_invalid_empty", EMPTY);
    if (!/^-?\d{1,15}$/.test(value)) {
      return refuse(context, "parameter_invalid_integer", `Invalid integer: ${value}`);
    }
    const number = Number(value);
    if (min !== undefined && number < min) {
      const message = `This value must be greater than or equal to ${min}.`;
      return refuse(context, "parameter_invalid_integer", message);
    }
    if (max !== undefined && number > max) {
      const message = `This value must be less than or equal to ${max}.`;
      return refuse(context, "parameter_invalid_integer", message);
    }
    return number;
  });

export const flag = () =>
  z.string().transform((value, context) => {
    if (value === "true") return true;
    if (value === "false") return false;
    return refuse(context, undefined, `Invalid boolean: ${value}`);
  });

export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.string().transform((value, context) => {
    const word = words.find((candidate) => candidate === value);
    return (
      word ?? refuse(context, undefined, `Invalid {param}: must be one of ${words.join(", ")}`)
    );
  });

export const webAddress = () =>
  text(5_000).transform((value, context) => {
    // The placeholder in it is the caller's; what is judged is the address around it.
    const isAddress = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
    return isAddress ? value : refuse(context, "url_invalid", "Not a valid URL");
  });

/** One currency: the shop sells in no other, and its rules (no decimals) are what is tested. */
export const currency = () =>
  text().transform((value, context) =>
    value.toLowerCase() === "vnd"
      ? "vnd"
      : refuse(context, "not_in_this_mock", `Currency ${value} is not in this mock, only vnd is.`),
  );

/** Names `0`, `1`, ... are how a list arrives. */
export const listOf = <Item extends z.ZodType>(item: Item, most = 100) =>
  z.preprocess(
    (value) =>
      typeof value === "object" && value !== null
        ? Object.entries(value)
            .toSorted(([a], [b]) => Number(a) - Number(b))
            .map(([, one]: [string, unknown]) => one)
        : value,
    z.array(item).max(most),
  );

const MOST_METADATA = 50;

export const metadata = () =>
  z.union([z.literal(""), z.record(z.string(), z.string())]).transform((value, context) => {
    const entries = value === "" ? [] : Object.entries(value).filter(([, one]) => one !== "");
    if (entries.length > MOST_METADATA) {
      return refuse(context, undefined, `Metadata can have up to ${MOST_METADATA} keys.`);
    }
    for (const [key, one] of entries) {
      if (key.length > 40) {
        return refuse(context, undefined, `Metadata keys can have up to 40 characters: ${key}`);
      }
      if (one.length > 500) {
        const message = `Metadata values can have up to 500 characters, but you passed in a value that is ${one.length} characters.`;
        return refuse(context, undefined, message);
      }
    }
    return Object.fromEntries(entries);
  });

/** `created=1` or `created[gte]=1`. */
export const range = () =>
  z.union([
    integer().transform((exactly) => ({ gte: exactly, lte: exactly })),
    z.strictObject({
      gt: integer().optional(),
      gte: integer().optional(),
      lt: integer().optional(),
      lte: integer().optional(),
    }),
  ]);

export type Range = z.output<ReturnType<typeof range>>;

/** Parameters that Stripe knows and this mock does not: named, so that the SDK's types prove the list complete. */
export function absent<const Name extends string>(...names: Name[]) {
  const refused = z
    .unknown()
    .transform((_value, context) =>
      refuse(context, "not_in_this_mock", "{param} exists at Stripe, but is not in this mock."),
    )
    .optional();
  return Object.fromEntries(names.map((name) => [name, refused])) as Record<Name, typeof refused>;
}

export const expandable = { expand: listOf(text(), 20).optional() };

export const pageParams = {
  limit: integer({ min: 1, max: 100 }).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
  ...expandable,
};

/** Reads the parameters, or refuses them in Stripe's words: unknown ones first. */
export function readParams<Shape extends z.ZodType>(shape: Shape, raw: RawParams): z.output<Shape> {
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  throw asStripeError(read.error.issues, raw);
}

function asStripeError(issues: z.core.$ZodIssue[], raw: RawParams): StripeError {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown) {
    const names = unknown.keys.map((key) => bracketed([...unknown.path, key]));
    const word = names.length > 1 ? "parameters" : "parameter";
    const message = `Received unknown ${word}: ${names.join(", ")}`;
    return invalidParameter(names[0] ?? "", message, "parameter_unknown");
  }
  const issue = deepest(issues[0]);
  const param = bracketed(issue?.path ?? []);
  if (issue?.code === "custom") {
    const code: unknown = issue.params?.["code"];
    const message = issue.message.replaceAll("{param}", param);
    return invalidParameter(param, message, typeof code === "string" ? code : undefined);
  }
  if (issue?.code === "invalid_type" && isMissing(raw, issue.path)) {
    return invalidParameter(param, `Missing required param: ${param}.`, "parameter_missing");
  }
  return invalidParameter(param, `Invalid ${param}`);
}

/** Of a parameter that may be one of two things: what was wrong with the one that was meant. */
function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  const inner =
    issue.errors.flat().find((one) => one.code === "custom") ?? issue.errors.flat().at(-1);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

function isMissing(raw: RawParams, path: PropertyKey[]): boolean {
  let place: unknown = raw;
  for (const part of path) {
    if (typeof place !== "object" || place === null) return true;
    place = (place as Record<PropertyKey, unknown>)[part];
  }
  return place === undefined;
}

function bracketed(path: PropertyKey[]): string {
  return path.map((part, depth) => (depth === 0 ? String(part) : `[${String(part)}]`)).join("");
}
