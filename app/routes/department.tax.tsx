import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadTaxDesk } from "~/domain/settlement/queries-tax-desk.server";
import { yearOf } from "~/domain/settlement/tax-threshold";
import { now } from "~/platform/clock.server";
import { formatVnd } from "~/platform/money";
import { localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { TaxRuleTable, TaxThresholdTable } from "~/ui/settlement/tax-tables";
import { WithholdingList } from "~/ui/settlement/withholding-list";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("tax.title"));

const DONE = ["proposed", "agreed", "withdrawn"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "tax.manage");
  const query = new URL(args.request.url).searchParams;
  return {
    desk: await loadTaxDesk(),
    userId: user.id,
    today: localDateOf(now()),
    done: DONE.find((word) => word === query.get("done")) ?? null,
    problem: query.get("problem"),
  };
}

export default function DepartmentTaxPage() {
  const { desk, userId, today, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { heldVnd } = desk;
  return (
    <>
      <MoneyNav current="tax" />
      <h1 className="text-3xl">{t("tax.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("tax.lead")}</p>
      {done === null ? null : <Notice tone="good" title={t(`tax.done_${done}`)} />}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.taxMonth(monthOf(today))}>
          {t("tax.monthsLink")}
        </a>
        <a className="button button-quiet" href={paths.taxYear(yearOf(today))}>
          {t("tax.yearsLink")}
        </a>
      </p>
      <p className="mt-4 text-xl font-semibold">
        {desk.isWithholding ? t("tax.stateOn") : t("tax.stateOff")}
      </p>
      <p>
        {heldVnd < 0 ? t("tax.heldBelow") : t("tax.held")}:{" "}
        <strong className="num">{formatVnd(Math.abs(heldVnd), language)}</strong>
      </p>
      <section className="mt-8">
        <h2 className="text-2xl">{t("tax.switches")}</h2>
        <p className="max-w-prose text-soft">{t("tax.stateText")}</p>
        <WithholdingList switches={desk.switches} userId={userId} />
        <a className="button button-quiet mt-3" href={paths.newWithholding()}>
          {t("tax.newSwitch")}
        </a>
      </section>
      <section className="mt-10">
        <h2 className="text-2xl">{t("tax.rules")}</h2>
        <p className="max-w-prose text-soft">{t("tax.rulesText")}</p>
        <p className="mb-3 max-w-prose">{t("tax.rawNote")}</p>
        <TaxRuleTable rules={desk.rules} userId={userId} />
        <a className="button button-quiet mt-3" href={paths.newTaxRule()}>
          {t("tax.newRule")}
        </a>
      </section>
      <section className="mt-10">
        <h2 className="mb-3 text-2xl">{t("tax.thresholds")}</h2>
        <TaxThresholdTable thresholds={desk.thresholds} userId={userId} />
        <a className="button button-quiet mt-3" href={paths.newTaxThreshold()}>
          {t("tax.newThreshold")}
        </a>
      </section>
    </>
  );
}
