/** An entry of the log without what stood before and after. */
export type AuditLine = {
  id: string;
  occurredAt: number;
  /** A role, `guest`, `system` or `provider`. */
  actorKind: string;
  /** Null: a guest, the system or a provider. */
  actorId: string | null;
  onBehalfOfId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
};

export type AuditEntry = AuditLine & { before: unknown; after: unknown };

export type AuditPage = {
  entries: AuditEntry[];
  /** Names the last one, for the page after it; null at the end. */
  next: string | null;
  /** So far back has been looked, where that was too much for one page; null: to the page's end. */
  stoppedAt: number | null;
};

/** How people know what an entry is about. */
export type NamedSubject = {
  id: string;
  /** As addresses and papers have it: a slug or a code. */
  code: string;
  /** Null: it has none but its code. */
  name: string | null;
};
