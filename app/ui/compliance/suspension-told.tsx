import type { AnnouncedSuspension } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DueMark } from "./due-mark";

/** What the household was told, and the way to take it back. */
export function SuspensionTold(props: { announced: AnnouncedSuspension; shownAt: number }) {
  const t = useT();
  const mark = useMark();
  const { announced } = props;
  return (
    <>
      <FactList>
        <FactRow term={t("suspension.effectiveOn")}>
          <strong className="num">{formatDate(localDateOf(announced.effectiveAt))}</strong>{" "}
          <DueMark dueAt={announced.effectiveAt} shownAt={props.shownAt} />
        </FactRow>
        <FactRow term={t("suspension.reasonTold")}>
          <span className="whitespace-pre-line wrap-anywhere">{mark(announced.reason, "vi")}</span>
        </FactRow>
        <FactRow term={t("suspension.toldAt")}>
          <LocalTime instant={announced.toldAt} /> · {mark(announced.toldByName, "vi")}
        </FactRow>
      </FactList>
      <p className="mt-4">{t("suspension.toldText")}</p>
      <form method="post" action={paths.householdSuspension(announced.slug)}>
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="suspensionId" value={announced.id} />
        <button className="button button-quiet mt-2">{t("suspension.withdraw")}</button>
      </form>
    </>
  );
}
