import type { PayoutBatchView } from "~/domain/settlement/types-payouts";
import { formatVnd } from "~/platform/money";
import { MoveForm } from "~/ui/move-form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { splitByWay, sumOf } from "./batch-ways";

/** What may be done about a batch now: approve by the second person, send once approved, withdraw what has not left. */
export function BatchActions(props: {
  batch: PayoutBatchView;
  isOwn: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { batch, isOwn, reply } = props;
  const waits = batch.payouts.some(({ status }) => status === "prepared");
  const { byBank, byApp } = splitByWay(batch.payouts.filter(({ status }) => status === "approved"));
  const canWithdraw = waits || batch.payouts.some(({ status }) => status === "approved");
  return (
    <>
      {waits && isOwn ? <Notice tone="plain" title={t("payouts.preparedOwn")} /> : null}
      {waits && !isOwn ? (
        <form
          method="post"
          action={paths.payoutBatch(batch.code)}
          className="card my-4 max-w-3xl px-5 py-4"
        >
          <p className="mb-3 max-w-prose">{t("payouts.approveText")}</p>
          <button name="to" value="approved" className="button button-main w-full">
            {t("payouts.approve")}
          </button>
        </form>
      ) : null}
      {byBank.length > 0 ? <FileToSend code={batch.code} payouts={byBank} /> : null}
      {byApp.length > 0 ? <ByApp payouts={byApp} isAlone={byBank.length === 0} /> : null}
      {canWithdraw ? (
        <div className="mt-8 max-w-3xl">
          <MoveForm
            action={paths.payoutBatch(batch.code)}
            reply={reply}
            to="withdrawn"
            tone="danger"
            text={t("payouts.withdrawText")}
            button={t("payouts.withdraw")}
            noteLabel={t("payouts.withdrawNote")}
            isNoteOptional={false}
          />
        </div>
      ) : null}
    </>
  );
}

type Payouts = PayoutBatchView["payouts"];

/** What the bank's file does not have: each is sent by hand on its own page. */
function ByApp({ payouts, isAlone }: { payouts: Payouts; isAlone: boolean }) {
  const t = useT();
  const language = useLanguage();
  const total = formatVnd(sumOf(payouts), language);
  return (
    <section className="mt-8" aria-labelledby="by-app">
      <h2 id="by-app" className="text-xl">
        {t("payouts.walletTitle")}
      </h2>
      {isAlone ? <Notice tone="plain" title={t("payouts.byAppOnly")} /> : null}
      <p className="max-w-prose">{t("payouts.byAppText", { count: payouts.length, total })}</p>
      <ul className="mt-2">
        {payouts.map((payout) => (
          <li key={payout.code}>
            <a href={paths.disbursement(payout.code)} className="inline-flex min-h-12 items-center">
              {payout.householdName} · {payout.bankName} · {formatVnd(payout.amountVnd, language)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileToSend({ code, payouts }: { code: string; payouts: Payouts }) {
  const t = useT();
  const language = useLanguage();
  const total = formatVnd(sumOf(payouts), language);
  const { isDemo } = useSite();
  return (
    <section className="mt-8" aria-labelledby="file">
      <h2 id="file" className="text-xl">
        {t("payouts.fileTitle")}
      </h2>
      <p className="font-semibold">{t("payouts.fileTotal", { count: payouts.length, total })}</p>
      <p className="max-w-prose">{t("payouts.fileText")}</p>
      <p className="my-4">
        <a className="button button-main" href={paths.payoutFile(code)}>
          {t("payouts.fileDownload")}
        </a>
      </p>
      <p className="max-w-prose text-sm text-soft">{t("payouts.fileLogged")}</p>
      <p className="max-w-prose text-sm text-soft">{t("payouts.oneLine", { code })}</p>
      {isDemo ? (
        <form method="post" action={paths.payoutSimulation(code)} className="mt-4">
          <button className="button button-quiet">{t("payouts.simulate")}</button>
        </form>
      ) : null}
    </section>
  );
}
