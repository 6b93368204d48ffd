import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { agreeToProgramme } from "~/domain/flows/agree-to-programme.server";
import { stopProgramme } from "~/domain/flows/stop-programme.server";
import { withdrawProgramme } from "~/domain/flows/withdraw-programme.server";
import { findProgramme } from "~/domain/vouchers/queries.server";
import type { ProgrammeView } from "~/domain/vouchers/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { ProgrammeFacts, ProgrammeUses } from "~/ui/department/programme-facts";
import { ProgrammeMoves } from "~/ui/department/programme-moves";
import { ProgrammeStateMark } from "~/ui/department/programme-state-mark";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

const DONE = ["proposed", "agreed", "stopped"] as const;
const MOVES = {
  agree: { move: agreeToProgramme, done: "agreed" },
  withdraw: { move: withdrawProgramme, done: "withdrawn" },
  stop: { move: stopProgramme, done: "stopped" },
} as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, page?.programme.name ?? siteOf(matches).t("vouchers.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "voucher.manage");
  const query = new URL(args.request.url).searchParams;
  const programme = await findProgramme(args.params["voucherCode"] ?? "", readPage(query));
  if (!programme) throw notFound();
  const done = DONE.find((one) => one === query.get("done")) ?? null;
  return { programme, userId: user.id, done, problem: query.get("problem") };
}

/** Another officer agrees; anybody takes a proposal back, or stops what was agreed to. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "voucher.manage");
  const code = args.params["voucherCode"] ?? "";
  const form = await args.request.formData();
  const asked = form.get("move");
  const shown = form.get("programmeId");
  const programmeId = typeof shown === "string" ? shown : "";
  if (asked !== "agree" && asked !== "withdraw" && asked !== "stop") throw notFound();
  const { move, done } = MOVES[asked];
  const moved = await move(actor, { code, programmeId });
  if (!moved.ok && moved.code === "programme_not_found") throw notFound();
  if (!moved.ok) return redirect(paths.voucherProgramme(code, { problem: moved.code }), 303);
  const to =
    done === "withdrawn"
      ? paths.voucherProgrammes({ withdrawn: code })
      : paths.voucherProgramme(code, { done });
  return redirect(to, 303);
}

export default function VoucherProgrammePage() {
  const { programme, userId, done, problem } = useLoaderData<typeof loader>();
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
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      <ProgrammeFacts programme={programme} />
      {state === "proposed" ? null : <ProgrammeMoney programme={programme} />}
      <ProgrammeMoves programme={programme} userId={userId} />
    </>
  );
}

/** How its money comes in, and what used it. */
function ProgrammeMoney({ programme }: { programme: ProgrammeView }) {
  const t = useT();
  const { code, page, pageCount, uses } = programme;
  return (
    <>
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
        <ProgrammeUses uses={uses} />
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(to) => paths.voucherProgramme(code, { page: to })}
        />
      </section>
    </>
  );
}
