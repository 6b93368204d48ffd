import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setTargets } from "~/domain/flows/set-targets.server";
import { targetFields, targetsForm } from "~/domain/statistics/forms-targets";
import { currentMonth } from "~/domain/statistics/queries.server";
import {
  chooseTargetYear,
  findTargetPlace,
  listTargets,
  listTargetVintages,
} from "~/domain/statistics/queries-targets.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { TargetHistory } from "~/ui/targets/target-history";
import { TargetsForm } from "~/ui/targets/targets-form";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("targets.title"));

/** What a commune, or the province, is asked for in a year, and all that was asked before. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "target.set");
  const place = orNotFound(await findTargetPlace(args.params["place"] ?? ""));
  const query = new URL(args.request.url).searchParams;
  const { year } = chooseTargetYear(query.get("year"));
  if (year === null) throw redirect(paths.targets());
  return {
    place,
    year,
    standing: await listTargets(year),
    vintages: await listTargetVintages(year, place.communeCode),
    done: query.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "target.set");
  const place = orNotFound(await findTargetPlace(args.params["place"] ?? ""));
  const { communeCode } = place;
  const fields = targetFields(communeCode === null ? null : [communeCode]);
  return answerForm(args.request, targetsForm(fields, Number(currentMonth().slice(0, 4))), {
    act: (targets) => setTargets(actor, targets),
    next: ({ count }, { year }) =>
      paths.targetsOf(place.name, { year, done: count === 0 ? "same" : "saved" }),
  });
}

export default function TargetsOfPlacePage() {
  const { place, year, standing, vintages, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { communeCode, title } = place;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.targets({ year })} text={t("targets.back", { year })} />
      <h1 className="text-3xl">
        {t("targets.title")} <span className="num">{year}</span>: {mark(title, "vi")}
      </h1>
      {done === "saved" && !reply ? <Notice tone="good" title={t("targets.saved")} /> : null}
      {done === "withdrawn" && !reply ? (
        <Notice tone="good" title={t("targets.withdrawDone")} />
      ) : null}
      {done === "same" && !reply ? <Notice tone="good" title={t("targets.savedNone")} /> : null}
      <p className="mt-2 max-w-prose text-soft">
        {communeCode === null ? t("targets.provinceText") : t("targets.communesText")}
      </p>
      <TargetsForm
        action={paths.targetsOf(place.name, { year })}
        year={year}
        communes={communeCode === null ? null : [{ code: communeCode, name: title }]}
        standing={standing}
        reply={reply}
      />
      <section className="mt-10">
        <h2 className="text-2xl">{t("targets.historyHeading")}</h2>
        <TargetHistory place={place.name} year={year} vintages={vintages} />
      </section>
    </div>
  );
}
