import type { SubmissionResult } from "@conform-to/react";
import type { z } from "zod";
import type { SentFile } from "~/platform/parts.server";
import { withKeptFile } from "./kept-file.server";
import { checkForm, readFormData } from "./mutation.server";
import { sentFile } from "./sent-files.server";

export type FileForm<Value> = {
  file: { sent: SentFile; fileName: string } | null;
  /** What the page shows again; the file that came with it is kept and offered. */
  submission: SubmissionResult;
} & ({ ok: true; value: Value } | { ok: false });

/**
 * A form that brings one file in its field `file`. Whatever becomes of the form, its file need not be chosen again; what it
 * was called comes back in the field `fileName`.
 */
export async function readFileForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  ownerId: string,
): Promise<FileForm<z.output<Schema>>> {
  const form = await readFormData(request);
  const read = checkForm(form, schema);
  const sent = await sentFile({ form, ownerId }, "file");
  const submission = read.ok ? read.submission : read.reply.submission;
  const brought = sent && { sent, fileName: fileNameOf(form) };
  const shown = brought ? await withFile(submission, brought, ownerId) : submission;
  if (!read.ok) return { ok: false, file: brought, submission: shown };
  return { ok: true, value: read.value, file: brought, submission: shown };
}

async function withFile(
  submission: SubmissionResult,
  { sent, fileName }: { sent: SentFile; fileName: string },
  ownerId: string,
): Promise<SubmissionResult> {
  const kept = await withKeptFile(submission, { name: "file", file: sent, ownerId });
  return { ...kept, initialValue: { ...kept.initialValue, fileName } };
}

function fileNameOf(form: FormData): string {
  const file = form.getAll("file").at(-1);
  if (file !== undefined && typeof file !== "string" && file.name !== "") return file.name;
  const known = form.get("fileName");
  return typeof known === "string" ? known : "";
}
