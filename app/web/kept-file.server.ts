import type { SubmissionResult } from "@conform-to/react";
import { addPart, type SentFile } from "~/platform/parts.server";

/**
 * What a form that was not done brings back, with its file: browsers do not let a page show one again. It is kept as if a
 * script had sent it before the form, and the page offers it ticked (`FileField`). `name` is the field's; without room for
 * it the form comes back without, and the file is to be chosen again.
 */
export async function withKeptFile(
  submission: SubmissionResult,
  { name, file, ownerId }: { name: string; file: SentFile; ownerId: string },
): Promise<SubmissionResult> {
  const bytes = await file.read();
  if (bytes === null) return submission;
  const kept = await addPart({ ownerId, hash: file.hash }, { at: 0, bytes });
  if (typeof kept !== "number") return submission;
  return { ...submission, initialValue: { ...submission.initialValue, [name]: file.hash } };
}
