import type { SubmissionResult } from "@conform-to/react";
import { fileHash } from "~/platform/part-limits";
import { sentInParts, sentWhole, type SentFile } from "~/platform/parts.server";

type Brought = { form: FormData; ownerId: string };

/**
 * The files that a form brings under a name, in its order: each itself, or, where a script has sent it before in parts of
 * this owner, by its SHA-256 in hex. One that was chosen and is empty is a file that nobody can read; browsers send
 * one without a name where none was chosen.
 */
export async function sentFiles({ form, ownerId }: Brought, name: string): Promise<SentFile[]> {
  const files: SentFile[] = [];
  for (const one of form.getAll(name)) {
    if (typeof one === "string") {
      const hash = fileHash.safeParse(one);
      if (hash.success) files.push(sentInParts({ ownerId, hash: hash.data }));
    } else if (one.size > 0 || one.name !== "") {
      files.push(sentWhole(new Uint8Array(await one.arrayBuffer())));
    }
  }
  return files;
}

/** The one that was chosen last, of a field that takes one; null without any. */
export async function sentFile(brought: Brought, name: string): Promise<SentFile | null> {
  return (await sentFiles(brought, name)).at(-1) ?? null;
}

/** What a refused form brings back: it offers no file again whose parts are gone, for an answer that was lost took it. */
export async function withoutGone(
  submission: SubmissionResult,
  { name, file }: { name: string; file: SentFile },
): Promise<SubmissionResult> {
  if ((await file.read()) !== null) return submission;
  const { [name]: _gone, ...initialValue } = submission.initialValue ?? {};
  return { ...submission, initialValue };
}
