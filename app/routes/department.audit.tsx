import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WIDE_DAYS_MAX } from "~/domain/audit/question";
import { addressOf, askAudit, hasTypedPhone } from "~/domain/flows/ask-audit.server";
import { searchAudit } from "~/domain/flows/search-audit.server";
import { listStaff, namePeople } from "~/domain/identity/queries-names.server";
import { AskFaults } from "~/ui/audit/ask-faults";
import { AuditAnswer } from "~/ui/audit/audit-answer";
import { AuditForm } from "~/ui/audit/audit-form";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("audit.title"));

/** A typed phone is looked up and goes out of the address, which browsers and proxies remember. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "audit.read");
  const query = new URL(args.request.url).searchParams;
  const asked = await askAudit(query);
  const isAnswered = Object.keys(asked.faults).length === 0;
  if (isAnswered && hasTypedPhone(asked)) throw redirect(paths.audit(addressOf(asked)));
  const { question } = asked;
  const after = query.get("after") ?? "";
  const [chosen] = question.personId === null ? [] : await namePeople([question.personId]);
  const page = {
    asked,
    address: addressOf(asked),
    isFirst: after === "",
    staff: {
      officers: await listStaff("department_officer"),
      helpers: await listStaff("agent"),
    },
    chosen: chosen ?? null,
    answer: isAnswered ? await searchAudit(actor, { question, after }) : null,
  };
  return data(page, { status: isAnswered ? 200 : 400 });
}

export default function AuditPage() {
  const { asked, address, isFirst, staff, chosen, answer } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.departmentDesk()} text={t("department.overviewTitle")} />
      <h1 className="text-3xl">{t("audit.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("audit.lead", { days: WIDE_DAYS_MAX })}</p>
      {answer ? null : <AskFaults asked={asked} />}
      <AuditForm asked={asked} staff={staff} chosen={chosen} />
      {answer ? <AuditAnswer answer={answer} asked={address} isFirst={isFirst} /> : null}
    </>
  );
}
