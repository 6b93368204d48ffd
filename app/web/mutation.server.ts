import { parseWithZod } from "@conform-to/zod/v4";
import type { SubmissionResult } from "@conform-to/react";
import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Failure, Result } from "~/platform/result";
import { badRequest } from "./http-errors";
import type { FailureReply, FormReply, MutationReply } from "./mutation-reply";

export type ReadForm<Value> =
  | { ok: true; value: Value; form: FormData; submission: SubmissionResult }
  | { ok: false; reply: FormReply; form: FormData };

/**
 * Reads a submitted form by its schema. Messages in schemas are error codes (`errors` catalogue).
 * Throws a 400 Response when the body is no form at all.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
  return checkForm(await readFormData(request), schema);
}

/** A submitted form as it came, for a door that looks at more than its schema. Throws a 400 Response when it is none. */
export async function readFormData(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw badRequest();
  });
}

/** Passwords, and codes that serve once: never sent back in the page. */
const SECRET_FIELDS = ["password", "newPassword", "grantCode", "oldCode", "newCode"];

/** What `readForm` answers, of a form that has been read. */
export function checkForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): ReadForm<z.output<Schema>> {
  refuseStrangeNames(form);
  const submission = parseWithZod(form, { schema });
  const reply = submission.reply({ hideFields: SECRET_FIELDS });
  if (submission.status !== "success") return { ok: false, reply: { submission: reply }, form };
  return { ok: true, value: submission.value, form, submission: reply };
}

const MAX_FIELDS = 60;
/** Boxes ticked of one group, and one more would be told in its form. */
const MAX_OF_NAME = 1_000;

/**
 * Our forms are flat. The parser makes objects and arrays of names such as `a.b` and `a[60000000]`, and takes
 * `__intent__` for an order: from a stranger either would cost the server its memory.
 */
export function refuseStrangeNames(form: FormData): void {
  const counts = new Map<string, number>();
  for (const name of form.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size > MAX_FIELDS || Math.max(0, ...counts.values()) > MAX_OF_NAME) throw badRequest();
  if ([...counts.keys()].some((name) => !/^[A-Za-z][A-Za-z0-9]{0,40}$/.test(name))) {
    throw badRequest();
  }
}

/**
 * What a door answers to a form: 400 with what is wrong in it, 409 with why it was not done, both with all that was
 * typed; or on to the next page.
 * @param door.act does what the form asks; what is not there for whoever asks it throws a 404
 * @param door.next the page to go on to, once it is done
 */
export async function answerForm<Schema extends z.ZodType, Value>(
  request: Request,
  schema: Schema,
  door: {
    act: (form: z.output<Schema>) => Promise<Result<Value, string>>;
    next: (value: Value, form: z.output<Schema>) => string;
  },
) {
  const read = await readForm(request, schema);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const done = await door.act(read.value);
  if (!done.ok) {
    return data<MutationReply>(failureReply(done, read.submission), { status: 409 });
  }
  return redirect(door.next(done.value, read.value), 303);
}

/** The reply for an expected failure of a command, with what was typed where there is a form to show again. */
export function failureReply(
  failure: Failure<string>,
  submission?: SubmissionResult,
): FailureReply {
  return {
    ...(submission ? { submission } : {}),
    failure: { code: failure.code, detail: { ...failure.detail } },
  };
}

/**
 * The same where the fault is a field's: it stands at the field and on top, with its figures behind the code
 * (`match_too_much?kg=200`, which `errorText` reads).
 */
export function fieldFailureReply(
  failure: Failure<string>,
  field: string,
  submission: SubmissionResult,
): FormReply {
  const code = problemOf(failure);
  return { submission: { ...submission, status: "error", error: { [field]: [code] } } };
}

/** A failure as one text that an address can carry: its code with its figures behind it, which `errorText` reads. */
export function problemOf({ code, detail = {} }: Failure<string>): string {
  const figures = Object.entries(detail).map(([name, value]) => [name, `${value}`]);
  return figures.length === 0 ? code : `${code}?${new URLSearchParams(figures)}`;
}

/** Everything that was typed into a form, for a page that comes back unread. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] = value;
  return texts;
}
