import type { FormReply } from "./mutation-reply";

/** One code for a door without a page of its own, which can only send back and say what was wrong. */
export function firstErrorOf(reply: FormReply): string {
  return (
    Object.values(reply.submission.error ?? {}).flatMap((codes) => codes ?? [])[0] ?? "unexpected"
  );
}
