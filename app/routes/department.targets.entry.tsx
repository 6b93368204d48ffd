import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setTargets } from "~/domain/flows/set-targets.server";
import { listCommunes } from "~/domain/places/queries.server";
import { COMMUNES_AT_ONCE, targetFields, targetsForm } from "~/domain/statistics/forms-targets";
import { currentMonth } from "~/domain/statistics/queries.server";
import { chooseTargetYear, listTargets } from "~/domain/statistics/queries-targets.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { EntryPages } from "~/ui/targets/entry-pages";
import { TargetsForm } from "~/ui/targets/targets-form";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("targets.entryTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "target.set");
  const query = new URL(args.request.url).searchParams;
  const { year } = chooseTargetYear(query.get("year"));
  if (year === null) throw redirect(paths.targets());
  const saved = query.get("saved");
  return {
    ...(await findPage(args.request)),
    year,
    standing: await listTargets(year),
    saved: saved !== null && /^\d{1,2}$/.test(saved) ? Number(saved) : null,
  };
}

/** The communes of the page that is asked for. */
async function findPage(request: Request) {
  const asked = new URL(request.url).searchParams.get("page") ?? "1";
  const communes = await listCommunes(settings().PROVINCE);
  const pageCount = Math.max(1, Math.ceil(communes.length / COMMUNES_AT_ONCE));
  const page = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > pageCount) throw notFound();
  const first = (page - 1) * COMMUNES_AT_ONCE;
  return { page, pageCount, communes: communes.slice(first, first + COMMUNES_AT_ONCE) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "target.set");
  const { page, pageCount, communes } = await findPage(args.request);
  const fields = targetFields(communes.map(({ code }) => code));
  const schema = targetsForm(fields, Number(currentMonth().slice(0, 4)));
  const read = await readForm(args.request, schema);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const set = await setTargets(actor, read.value);
  if (!set.ok) {
    return data<MutationReply>(failureReply(set, read.submission), { status: 409 });
  }
  const next = { year: read.value.year, saved: set.value.count };
  return redirect(paths.targetEntry({ ...next, page: Math.min(page + 1, pageCount) }), 303);
}

export default function TargetEntryPage() {
  const { year, page, pageCount, communes, standing, saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.targets({ year })} text={t("targets.back", { year })} />
      <h1 className="text-3xl">
        {t("targets.entryTitle")} <span className="num">{year}</span>
      </h1>
      {saved === null || reply ? null : (
        <Notice
          tone="good"
          title={saved === 0 ? t("targets.savedNone") : t("targets.savedCount", { number: saved })}
        />
      )}
      <p className="mt-2 max-w-prose text-soft">{t("targets.entryLead")}</p>
      <EntryPages year={year} page={page} pageCount={pageCount} />
      <TargetsForm
        key={page}
        action={paths.targetEntry({ year, page })}
        year={year}
        communes={communes}
        standing={standing}
        reply={reply}
      />
    </div>
  );
}
