import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setTargets } from "~/domain/flows/set-targets.server";
import { targetWithdrawalForm } from "~/domain/statistics/forms-targets";
import { currentMonth } from "~/domain/statistics/queries.server";
import {
  chooseTargetYear,
  findTargetPlace,
  listTargetVintages,
} from "~/domain/statistics/queries-targets.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { targetText } from "~/ui/targets/target-text";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("targets.withdrawTitle"));

/** The question before a target is asked for no more. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "target.set");
  const query = new URL(args.request.url).searchParams;
  const place = orNotFound(await findTargetPlace(args.params["place"] ?? ""));
  const year = orNotFound(chooseTargetYear(query.get("year")).year);
  const vintages = await listTargetVintages(year, place.communeCode);
  const newest = orNotFound(vintages.find(({ kind }) => kind === query.get("kind")) ?? null);
  return { place, year, kind: newest.kind, value: orNotFound(newest.value), seen: newest.vintage };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "target.set");
  const place = orNotFound(await findTargetPlace(args.params["place"] ?? ""));
  const { communeCode } = place;
  return answerForm(args.request, targetWithdrawalForm(Number(currentMonth().slice(0, 4))), {
    act: ({ year, kind, source, seen }) =>
      setTargets(actor, { year, source, seen, entries: [{ communeCode, kind, value: null }] }),
    next: (_, { year }) => paths.targetsOf(place.name, { year, done: "withdrawn" }),
  });
}

export default function TargetWithdrawalPage() {
  const { place, year, kind, value, seen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const target = targetText(kind, value, useLanguage());
  const [form, fields] = useForm<Record<"source", string>>({
    id: "withdrawal",
    lastResult: reply?.submission ?? null,
  });
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.targetsOf(place.name, { year })}
        text={t("targets.backToPlace", { place: mark(place.title, "vi") })}
      />
      <h1 className="text-3xl">{t("targets.withdrawTitle")}</h1>
      <p className="mt-2 max-w-prose">
        {t("targets.withdrawLead", { place: mark(place.title, "vi"), year })}
      </p>
      <p className="mt-2 max-w-prose font-semibold">
        {t(`targets.kind_${kind}`)}: <span className="num">{target}</span>
      </p>
      <form
        method="post"
        id={form.id}
        action={paths.targetWithdrawal(place.name, { year, kind })}
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={seen} />
        <TextAreaField field={fields.source} label={t("targets.withdrawReason")} rows={3} />
        <button className="button button-danger">{t("targets.withdraw")}</button>
      </form>
    </div>
  );
}
