import type { PayoutBatchView } from "~/domain/settlement/types-payouts";
import { MoveForm } from "~/ui/move-form";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** What may be done about a batch now: approve by the second person, send once approved, withdraw what has not left. */
export function BatchActions(props: {
  batch: PayoutBatchView;
  isOwn: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { batch, isOwn, reply } = props;
  const waits = batch.payouts.some(({ status }) => status === "prepared");
  const toSend = batch.payouts.some(({ status, isWallet }) => status === "approved" && !isWallet);
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
      {toSend ? <FileToSend code={batch.code} /> : null}
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

function FileToSend({ code }: { code: string }) {
  const t = useT();
  const { isDemo } = useSite();
  return (
    <section className="mt-8" aria-labelledby="file">
      <h2 id="file" className="text-xl">
        {t("payouts.fileTitle")}
      </h2>
      <p className="max-w-prose">{t("payouts.fileText")}</p>
      <p className="my-4">
        <a className="button button-main" href={paths.payoutFile(code)} download>
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
