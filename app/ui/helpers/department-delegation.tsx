import { useForm } from "@conform-to/react";
import type { Delegation, HelpedActs as Acts } from "~/domain/households/types-delegations";
import { formatPhone } from "~/domain/identity/phone";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { DelegationFacts } from "./delegation-facts";
import { DelegationMark } from "./delegation-mark";
import { HelpedActs } from "./helped-acts";

type Props = {
  delegation: Delegation;
  helped: Acts;
  done: string | null;
  reply: MutationReply | undefined;
};

/** One delegation before an officer: the sheet beside what stands here of the household, and both decisions. */
export function DepartmentDelegation({ delegation, helped, done, reply }: Props) {
  const t = useT();
  const mark = useMark();
  const { code, status, way, sheetPhotoId, phone } = delegation;
  const doneKey = `helpers.checkDone_${done}`;
  const isToCheck = status === "asked" && way === "sheet";
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentHelpers()} text={t("helpers.departmentLink")} />
      <h1 className="text-3xl">{mark(delegation.householdName, "vi")}</h1>
      <p className="mt-2">
        <DelegationMark status={status} />
      </p>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <FactList>
        <FactRow term={t("helpers.consentFor")}>
          {mark(delegation.contactName, "vi")} · {mark(delegation.communeName, "vi")} ·{" "}
          <a className="num underline" href={`tel:${phone}`}>
            {formatPhone(phone)}
          </a>
        </FactRow>
      </FactList>
      <DelegationFacts delegation={delegation} />
      {sheetPhotoId === null ? null : (
        <a href={paths.departmentHelperSheet(code)}>
          <img
            src={paths.departmentHelperSheet(code)}
            alt={t("helpers.consentSheet")}
            className="mt-4 max-h-[40rem] w-auto max-w-full rounded border border-line"
          />
        </a>
      )}
      {isToCheck ? <CheckForm code={code} /> : null}
      {status === "asked" || status === "given" ? (
        <ReasonForm delegation={delegation} reply={reply} />
      ) : null}
      <HelpedActs helped={helped} hrefOf={(page) => paths.departmentHelper(code, { page })} />
    </div>
  );
}

function CheckForm({ code }: { code: string }) {
  const t = useT();
  return (
    <form method="post" action={paths.departmentHelper(code)} className="mt-6">
      <p className="mb-2 text-soft">{t("helpers.checkTakeHint")}</p>
      <button name="check" value="1" className="button button-main w-full">
        {t("helpers.checkTake")}
      </button>
    </form>
  );
}

function ReasonForm({ delegation, reply }: Pick<Props, "delegation" | "reply">) {
  const t = useT();
  const { code, status } = delegation;
  const isAsked = status === "asked";
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "end-consent",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form
      method="post"
      action={paths.departmentHelper(code)}
      id={form.id}
      className="mt-8"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      {isAsked ? null : <p className="text-soft">{t("helpers.departmentEndHint")}</p>}
      <TextField
        field={fields.reason}
        label={t("helpers.departmentReason")}
        hint={t("helpers.departmentReasonHint")}
      />
      <button className="button button-quiet w-full">
        {t(isAsked ? "helpers.departmentRefuse" : "helpers.departmentEnd")}
      </button>
    </form>
  );
}
