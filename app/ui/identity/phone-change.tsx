import { useForm } from "@conform-to/react";
import { formatPhone } from "~/domain/identity/phone";
import { CallDepartment } from "~/ui/households/call-department";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PasswordNow } from "./password-now";

type Props = {
  /** The form's own key. */
  ask: string;
  /** The number that the account has. */
  phone: string;
  /** The households of whoever reads, and the number by which each is reached. */
  households: readonly { name: string; phone: string }[];
  /** A code has proved the present phone a moment ago: no password is asked for. */
  isProven: boolean;
  /** Nothing but that counts. */
  needsCode: boolean;
  /** A helper who works for a household just now. */
  isActing: boolean;
  reply: MutationReply | undefined;
};

const HAPPENS = [1, 2, 3] as const;

/** What happens when the number is changed, and to which. */
export function PhoneChange(props: Props) {
  const t = useT();
  const { phone, households, isActing, isProven, needsCode } = props;
  if (isActing) {
    return (
      <Refusal title={errorText(t, "phone_while_acting")}>
        <a className="inline-flex min-h-12 items-center underline" href={paths.acting()}>
          {t("account.phoneStopActing")}
        </a>
      </Refusal>
    );
  }
  return (
    <>
      <p className="mt-2 text-lg">{t("account.phoneNow", { phone: formatPhone(phone) })}</p>
      {needsCode && !isProven ? <AskForCode /> : <PhoneChangeForm {...props} />}
      {households.length === 0 ? null : (
        <div className="mt-4 text-soft">
          <p>{t("account.phoneLost")}</p>
          <CallDepartment />
        </div>
      )}
      <h2 className="mt-8 text-xl">{t("account.phoneHappens")}</h2>
      <ul className="mt-2 list-disc pl-5">
        {HAPPENS.map((number) => (
          <li key={number}>{t(`account.phoneHappens${number}`)}</li>
        ))}
        <HouseholdsFollow {...props} />
      </ul>
    </>
  );
}

function AskForCode() {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <p className="mt-4 max-w-prose">{t("account.phoneByCode")}</p>
      <p className="mt-3">
        <a
          className="button button-main w-full"
          href={paths.codeRequest(language, { next: paths.accountPhone() })}
        >
          {t("account.phoneGetCode")}
        </a>
      </p>
    </>
  );
}

function HouseholdsFollow({ phone, households }: Props) {
  const t = useT();
  const mark = useMark();
  if (households.length === 0) return null;
  return (
    <>
      {households.map((household) => (
        <li key={household.name}>
          {t(household.phone === phone ? "account.phoneHousehold" : "account.phoneHouseholdStays", {
            name: mark(household.name, "vi"),
            phone: formatPhone(household.phone),
          })}
        </li>
      ))}
      <li>{t("account.phonePayout")}</li>
    </>
  );
}

function PhoneChangeForm({ ask, isProven, reply }: Props) {
  const t = useT();
  const [form, fields] = useForm<Record<"phone" | "password", string>>({
    id: "phone-change",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" action={paths.accountPhone()} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="ask" value={ask} />
      <TextField
        field={fields.phone}
        label={t("account.phoneNew")}
        hint={t("identity.phoneHint")}
        type="tel"
        autoComplete="tel"
      />
      <PasswordNow
        field={fields.password}
        next={paths.accountPhone()}
        {...{ isProven, hasCodes: true }}
      />
      <p className="mt-2 text-soft">{t("account.phoneNotYet")}</p>
      <button className="button button-main mt-2 w-full">{t("account.phoneSend")}</button>
    </form>
  );
}
