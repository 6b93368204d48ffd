import type { SubmissionResult } from "@conform-to/react";
import type { z } from "zod";
import { fail } from "~/platform/result";
import type { MutationReply } from "./mutation-reply";
import { checkForm, failureReply, readFormData } from "./mutation.server";
import { readProvenPhone } from "./proven-phone.server";

type WithPhone = { phone: string; password: string };

/** The two schemas of a form that opens an account: of who has proved the phone, and of who chooses a password. */
type Schemas<Rest, Whole extends WithPhone> = {
  proven: z.ZodType<Rest>;
  whole: z.ZodType<Whole>;
};
type Read<Rest> =
  | {
      ok: true;
      value: Rest & { phone: string; password: string | null };
      submission: SubmissionResult;
    }
  | { ok: false; reply: MutationReply; form: FormData };

/**
 * Reads a form that opens an account; `password` is null where a code has proved the phone in this browser. Which of
 * the two it is the form itself says, by its password, and `provenFor` says whose phone it was shown for.
 */
export async function readProvenForm<Rest extends object, Whole extends Rest & WithPhone>(
  request: Request,
  { proven, whole }: Schemas<Rest, Whole>,
): Promise<Read<Rest>> {
  const form = await readFormData(request);
  if (form.has("password")) {
    const read = checkForm(form, whole);
    return read.ok ? { ok: true, value: read.value, submission: read.submission } : read;
  }
  const read = checkForm(form, proven);
  if (!read.ok) return read;
  const phone = await readProvenPhone(request);
  // Another tab may have proved another phone since the form was shown.
  if (phone === null || form.get("provenFor") !== phone) {
    const reply = failureReply(fail("phone_proof_gone"), read.submission);
    return { ok: false, reply, form };
  }
  return { ok: true, value: { ...read.value, phone, password: null }, submission: read.submission };
}
