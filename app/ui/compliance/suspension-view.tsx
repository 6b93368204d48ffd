import type { ComponentProps } from "react";
import type { AnnouncedSuspension } from "~/domain/compliance/types";
import type { HouseholdStatus } from "~/domain/households/household-status";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { SuspensionForm } from "./suspension-form";
import { SuspensionTold } from "./suspension-told";

type Props = ComponentProps<typeof SuspensionForm> & {
  household: { name: string; status: HouseholdStatus };
  announced: AnnouncedSuspension | null;
  shownAt: number;
  /** What was just done. */
  done: string | null;
};

/** One household's suspension: what it was told, or the form for it. On an authority's request also after it was told. */
export function SuspensionView({ household, announced, shownAt, done, reply, ...rest }: Props) {
  const t = useT();
  const mark = useMark();
  const { status } = household;
  const isSelling = status === "approved";
  const isFormGone = reply !== undefined && (reply.submission === undefined || !isSelling);
  const form = { ...rest, reply: isFormGone ? undefined : reply };
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentHouseholds()} text={t("department.backToList")} />
      <h1 className="text-3xl">{t("suspension.title")}</h1>
      <p className="mt-2 text-lg font-semibold wrap-anywhere">{mark(household.name, "vi")}</p>
      {isFormGone ? <Refusal title={errorText(t, reply.failure?.code ?? "form_outdated")} /> : null}
      <Done done={reply ? null : done} isSelling={isSelling} isTold={announced !== null} />
      {isSelling ? null : (
        <p className="mt-4">
          {t(`suspension.not_${status}`)}{" "}
          <a className="underline" href={paths.departmentHouseholds({ status })}>
            {t("suspension.toList")}
          </a>
        </p>
      )}
      {announced === null || !isSelling ? null : (
        <SuspensionTold announced={announced} shownAt={shownAt} />
      )}
      {isSelling ? (
        announced === null ? (
          <SuspensionForm {...form} />
        ) : (
          <details className="mt-8 border-t border-line pt-4" open={form.reply !== undefined}>
            <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-persimmon underline underline-offset-4">
              {t("suspension.askedMeanwhile")}
            </summary>
            <SuspensionForm {...form} />
          </details>
        )
      ) : null}
    </div>
  );
}

function Done(props: { done: string | null; isSelling: boolean; isTold: boolean }) {
  const t = useT();
  const { done, isSelling, isTold } = props;
  if (done === "withdrawn" && !isTold) {
    return <Notice tone="good" title={t("suspension.doneWithdrawn")} />;
  }
  if (done !== "told") return null;
  if (!isSelling) return <Notice tone="good" title={t("suspension.doneSuspended")} />;
  return isTold ? <Notice tone="good" title={t("suspension.doneTold")} /> : null;
}
