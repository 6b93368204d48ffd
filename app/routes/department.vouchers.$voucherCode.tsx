import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stopProgramme } from "~/domain/flows/stop-programme.server";
import { findProgramme } from "~/domain/vouchers/queries.server";
import { SampleMark } from "~/ui/catalog/product-facts";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { ProgrammeFacts, ProgrammeUses } from "~/ui/department/programme-facts";
import { ProgrammeStateMark } from "~/ui/department/programme-state-mark";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

const DONE = ["created", "stopped"] as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, page?.programme.name ?? siteOf(matches).t("vouchers.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "voucher.manage");
  const query = new URL(args.request.url).searchParams;
  const programme = await findProgramme(args.params["voucherCode"] ?? "", readPage(query));
  if (!programme) throw notFound();
  const done = query.get("done");
  return { programme, done: DONE.find((one) => one === done) ?? null };
}

/** Its one form stops it. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "voucher.manage");
  const code = args.params["voucherCode"] ?? "";
  const stopped = await stopProgramme(actor, { code });
  if (!stopped.ok) throw notFound();
  return redirect(paths.voucherProgramme(code, { done: "stopped" }), 303);
}

export default function VoucherProgrammePage() {
  const { programme, done } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  const { code, name, state } = programme;
  return (
    <>
      <BackLink href={paths.voucherProgrammes()} text={t("vouchers.backToList")} />
      <h1 className="text-3xl">{mark(name, "vi")}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-4">
        <strong className="num text-2xl">{code}</strong>
        <ProgrammeStateMark state={state} />
        {programme.isSample ? <SampleMark /> : null}
      </p>
      {done ? <Notice tone="good" title={t(`vouchers.done_${done}`)} /> : null}
      <ProgrammeFacts programme={programme} />
      <p className="mt-3 max-w-prose text-soft">{t("vouchers.payInText", { code })}</p>
      <p>
        <a
          className="inline-flex min-h-12 items-center"
          href={paths.bankTransactions({ status: "suspense" })}
        >
          {t("money.navLines")}
        </a>
      </p>
      <section className="mt-8">
        <h2 id="uses" className="text-2xl">
          {t("vouchers.uses")}
        </h2>
        <ProgrammeUses uses={programme.uses} />
        <Pagination
          page={programme.page}
          pageCount={programme.pageCount}
          hrefOf={(page) => paths.voucherProgramme(code, { page })}
        />
      </section>
      {state === "stopped" || state === "over" ? null : (
        <details className="mt-8 border-t border-line">
          <summary className="min-h-12 cursor-pointer py-3 font-semibold">
            {t("vouchers.stop")}
          </summary>
          <form method="post">
            <p className="max-w-prose">{t("vouchers.stopText")}</p>
            <button className="button button-danger mt-3">{t("vouchers.stop")}</button>
          </form>
        </details>
      )}
    </>
  );
}
