/**
 * Whether whoever sees to a case has not read yet what somebody else did about it: until when they have read all is
 * `seenAt`; null: the case came to them since.
 */
export function isNews(
  { seenAt, handler }: { seenAt: number | null; handler: { id: string } },
  done: { at: number; byId: string | null },
): boolean {
  return done.byId !== handler.id && (seenAt === null || done.at > seenAt);
}
