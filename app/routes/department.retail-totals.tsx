import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterRetailTotal } from "~/domain/flows/enter-retail-total.server";
import { retailTotalForm } from "~/domain/statistics/forms";
import {
  currentMonth,
  latestCompleteMonth,
  listRetailTotals,
} from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { isMonth, localDateOf, monthsUntil } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RetailTotalForm, type RetailTotalReply } from "~/ui/department/retail-total-form";
import { RetailTotalOutcome } from "~/ui/department/retail-total-outcome";
import { RetailTotalsTable } from "~/ui/department/retail-totals-table";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SourceLine } from "~/ui/statistics/source-line";
import { requirePermission } from "~/web/guard.server";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// As far back as a comparison with the same month last year may want to be completed.
const MONTHS_TO_CHOOSE = 37;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.retailTotalsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("month") ?? "";
  const choices = monthsUntil(currentMonth(), MONTHS_TO_CHOOSE).toReversed();
  const isExtra = isMonth(asked) && asked < (choices.at(-1) ?? "");
  const totals = await listRetailTotals();
  return {
    totals,
    months: isExtra ? [...choices, asked] : choices,
    month: isExtra || choices.includes(asked) ? asked : latestCompleteMonth(),
    saved: totals.find((total) => total.id === query.get("saved")) ?? null,
    isRepeat: query.get("repeat") === "1",
    asOf: now(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "retail_total.enter");
  const read = await readForm(args.request, retailTotalForm(localDateOf(now())));
  if (!read.ok) return data<RetailTotalReply>(read.reply, { status: 400 });
  const { submission } = read;
  const { amount, confirmation = null, ...form } = read.value;
  const { vnd: amountVnd, isAmbiguous } = amount;
  const entered = await enterRetailTotal(
    actor,
    { ...form, amountVnd },
    { isAmbiguous, confirmation },
  );
  if (!entered.ok) {
    return data<RetailTotalReply>(failureReply(entered, submission), { status: 409 });
  }
  if (entered.value.outcome === "question") {
    const { question } = entered.value;
    return data<RetailTotalReply>({ submission, question }, { status: 409 });
  }
  const { id: saved, isRepeat } = entered.value;
  return redirect(paths.retailTotals({ saved, repeat: isRepeat ? 1 : undefined }), 303);
}

export default function RetailTotalsPage() {
  const { totals, months, month, saved, isRepeat, asOf } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("department.retailTotalsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("department.retailTotalsLead")}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.retailTable()}>
          {t("department.retailByFile")}
        </a>
        <a className="button button-quiet" href={paths.otherChannels()}>
          {t("channels.title")}
        </a>
      </p>
      {saved ? <RetailTotalOutcome saved={saved} isRepeat={isRepeat} /> : null}
      <section className="mt-8">
        <h2 className="text-2xl">{t("department.retailTotalsForm")}</h2>
        <RetailTotalForm months={months} month={month} {...(reply ? { reply } : {})} />
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("department.retailTotalsList")}</h2>
        {totals.length === 0 ? (
          <EmptyState title={t("department.retailTotalsEmpty")} />
        ) : (
          <>
            <RetailTotalsTable totals={totals} />
            <SourceLine
              of="retail"
              asOf={{ kind: "read", at: asOf }}
              first={totals.at(-1)?.month ?? ""}
              last={totals[0]?.month ?? ""}
              methods={[]}
            />
          </>
        )}
      </section>
    </>
  );
}
