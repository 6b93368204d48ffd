import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changesOf } from "~/domain/audit/changes";
import { lookAtAuditEntry } from "~/domain/flows/look-at-audit-entry.server";
import { formatExact } from "~/platform/period";
import { Actor, Subject } from "~/ui/audit/audit-line";
import { actWords } from "~/ui/audit/audit-words";
import { ChangesTable } from "~/ui/audit/changes-table";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("audit.entryTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "audit.read");
  return orNotFound(await lookAtAuditEntry(actor, args.params["entryId"] ?? ""));
}

export default function AuditEntryPage() {
  const { entry, names } = useLoaderData<typeof loader>();
  const t = useT();
  const changes = changesOf(entry);
  return (
    <>
      <BackLink href={paths.audit()} text={t("audit.title")} />
      <h1 className="text-3xl">{actWords(t, entry.action)}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("audit.entryNote")}</p>
      <dl className="mt-6 grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
        <dt className="font-semibold">{t("audit.columnTime")}</dt>
        <dd className="num">{formatExact(entry.occurredAt)}</dd>
        <dt className="font-semibold">{t("audit.columnActor")}</dt>
        <dd>
          <Actor entry={entry} names={names} />
        </dd>
        <dt className="font-semibold">{t("audit.columnSubject")}</dt>
        <dd>
          <Subject entry={entry} names={names} />
        </dd>
        <dt className="font-semibold">{t("audit.code")}</dt>
        <dd className="wrap-anywhere">
          {entry.action} · {entry.subjectKind} {entry.subjectId} · {entry.id}
        </dd>
      </dl>
      <h2 className="mt-8 mb-3 text-2xl">{t("audit.changes")}</h2>
      {changes.length === 0 ? (
        <p className="text-soft">{t("audit.noChanges")}</p>
      ) : (
        <ChangesTable changes={changes} />
      )}
    </>
  );
}
