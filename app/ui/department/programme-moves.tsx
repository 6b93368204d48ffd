import { isPast } from "~/domain/vouchers/programme-state";
import type { ProgrammeView } from "~/domain/vouchers/types";
import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";

/** What the reader can do about a programme: agree, if somebody else proposed it, take the proposal back, or stop it. */
export function ProgrammeMoves(props: {
  programme: ProgrammeView;
  /** Of the reader. */
  userId: string;
}) {
  const t = useT();
  const language = useLanguage();
  const { programme, userId } = props;
  if (programme.state !== "proposed") return isPast(programme) ? null : <StopForm />;
  const isOwn = programme.createdById === userId;
  const budget = formatVnd(programme.valueVnd * programme.usesMax, language);
  return (
    <form method="post" className="mt-8 border-t border-line pt-5">
      <input type="hidden" name="programmeId" value={programme.id} />
      <p className="max-w-prose">
        {isOwn ? t("vouchers.ownProposal") : t("vouchers.agreeText", { budget })}
      </p>
      <p className="mt-3 flex flex-wrap gap-3">
        {isOwn ? null : (
          <button className="button button-main" name="move" value="agree">
            {t("vouchers.agree")}
          </button>
        )}
        <button className="button button-quiet" name="move" value="withdraw">
          {t("vouchers.withdraw")}
        </button>
      </p>
    </form>
  );
}

function StopForm() {
  const t = useT();
  return (
    <details className="mt-8 border-t border-line">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">{t("vouchers.stop")}</summary>
      <form method="post">
        <p className="max-w-prose">{t("vouchers.stopText")}</p>
        <button className="button button-danger mt-3" name="move" value="stop">
          {t("vouchers.stop")}
        </button>
      </form>
    </details>
  );
}
