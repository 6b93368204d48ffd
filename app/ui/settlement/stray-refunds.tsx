import type { StrayRefund } from "~/domain/payments/types-cards";
import { MoveForm } from "~/ui/move-form";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What somebody refunded on the provider's own pages: taken into the books by one person, or by two. */
export function StrayRefunds({ strays, userId }: { strays: StrayRefund[]; userId: string }) {
  const t = useT();
  const language = useLanguage();
  if (strays.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="strays">
      <h2 id="strays" className="text-xl">
        {t("money.strayTitle")}
      </h2>
      {strays.some(isOpen) ? <Notice tone="attention" title={t("money.strayText")} /> : null}
      <ul className="mt-4">
        {strays.map((stray) => (
          <li key={stray.id} className="border-b border-line py-3">
            <Money amountVnd={stray.amountVnd} language={language} /> ·{" "}
            <strong>
              {stray.refundId === null ? t(`money.stray_${stray.status}`) : t("money.strayBooked")}
            </strong>{" "}
            · <LocalTime instant={stray.seenAt} />
            <span className="num block text-sm break-all text-soft">{stray.id}</span>
            {isOpen(stray) ? <Moves stray={stray} userId={userId} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function isOpen({ refundId, status }: StrayRefund): boolean {
  return refundId === null && status !== "failed";
}

function Moves({ stray, userId }: { stray: StrayRefund; userId: string }) {
  const t = useT();
  const { id, note, proposedById, proposedByName } = stray;
  const action = paths.strayRefund(id);
  if (note === null) {
    return (
      <MoveForm
        action={action}
        reply={undefined}
        to="take"
        tone="main"
        button={t("money.strayTake")}
        noteLabel={t("money.strayNote")}
        isNoteOptional={false}
      />
    );
  }
  const isOwn = proposedById === userId;
  return (
    <form method="post" action={action} className="mt-2">
      <p className="wrap-anywhere">
        {t("money.strayProposed", { name: proposedByName ?? "", note })}
      </p>
      <input type="hidden" name="note" value={note} />
      <p className="mt-2 flex flex-wrap items-center gap-3">
        {isOwn ? (
          <span className="text-soft">{t("money.strayOwn")}</span>
        ) : (
          <button name="to" value="agree" className="button button-main">
            {t("money.strayAgree")}
          </button>
        )}
        <button name="to" value="refuse" className="button button-quiet">
          {isOwn ? t("money.strayTakeBack") : t("money.strayRefuse")}
        </button>
      </p>
    </form>
  );
}
