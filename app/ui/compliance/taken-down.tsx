import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { TakedownForm } from "./takedown-form";

/** Why a product is down by the department's decision, and the way to take it down for another reason. */
export function TakenDown(props: {
  slug: string;
  reason: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { slug, reason, reply } = props;
  return (
    <>
      <p className="mt-4 whitespace-pre-line wrap-anywhere">
        {t("compliance.takenDown", { reason: mark(reason, "vi") })}
      </p>
      <details className="mt-4 border-t border-line pt-4" open={reply !== undefined}>
        <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-persimmon underline underline-offset-4">
          {t("compliance.takedownAgain")}
        </summary>
        <p className="mt-2">{t("compliance.takedownAgainText")}</p>
        <TakedownForm slug={slug} reply={reply} />
      </details>
    </>
  );
}
