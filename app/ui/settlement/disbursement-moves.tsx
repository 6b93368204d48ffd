import { stopOfNote } from "~/domain/settlement/payout-stops";
import type { DisbursementView } from "~/domain/settlement/types-disbursements";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

/** Who did what to it, when and why. */
export function DisbursementMoves({ moves }: Pick<DisbursementView, "moves">) {
  const t = useT();
  return (
    <section className="mt-10" aria-labelledby="moves">
      <h2 id="moves" className="text-xl">
        {t("money.history")}
      </h2>
      <ol className="mt-2 border-t border-line">
        {moves.map((move) => (
          <li key={move.toStatus} className="border-b border-line py-2">
            <strong>{t(`money.disbursement_${move.toStatus}`)}</strong> ·{" "}
            {move.actorName ?? t("money.byBank")} · <LocalTime instant={move.occurredAt} />
            <Why note={move.note} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a person said, or why the payout was taken out of its batch. */
function Why({ note }: { note: string | null }) {
  const t = useT();
  const stop = stopOfNote(note);
  if (stop !== null) return <>: {t(`payouts.stop_${stop}`)}</>;
  return note ? <>: {note}</> : null;
}
