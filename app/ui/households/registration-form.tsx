import { useForm, type FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { HOUSEHOLD_KINDS } from "~/domain/households/household-status";
import type { Commune } from "~/domain/places/types";
import {
  FormErrors,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from "~/ui/primitives/form";
import { ProofGone, ProvenPhone } from "~/ui/identity/proven-phone";
import { TermsTick } from "~/ui/terms/terms-tick";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export type RegistrationFields = Record<
  | "name"
  | "kind"
  | "contactName"
  | "phone"
  | "password"
  | "communeCode"
  | "addressLine"
  | "story"
  | "consent"
  | "termsNumber",
  string
>;

type Asked = {
  communes: readonly Commune[];
  provenPhone: string | null;
  /** The version of the seller's terms that is agreed to, 0 while there is none; null: not on this form. */
  termsNumber: number | null;
  /** Who fills it in; an agent chooses no password for others. */
  by?: "household" | "agent";
};

/** One page: who you are, where you are, how to sign in again, unless a code has proved the phone. */
export function RegistrationForm(props: Asked & { reply: MutationReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const otherPath = paths.codeRequest(language, { to: "register" });
  const [form, fields] = useForm<RegistrationFields & { oldCommune: string }>({
    id: "registration",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { kind: "household" },
  });
  return (
    <form method="post" id={form.id} data-answered={props.reply ? "" : undefined}>
      <FormErrors form={form} failure={props.reply?.failure} />
      <ProofGone failure={props.reply?.failure} otherPath={otherPath} />
      {props.provenPhone === null ? null : (
        <ProvenPhone phone={props.provenPhone} otherPath={otherPath} />
      )}
      <RegistrationQuestions
        {...props}
        fields={fields}
        communeHelp={
          <TextField
            field={fields.oldCommune}
            label={t("households.registerOldCommune")}
            hint={t("households.registerOldCommuneHint")}
            optional
          />
        }
      />
      <button className="button button-main w-full sm:w-auto">
        {t(props.by === "agent" ? "helpers.registerSubmit" : "households.registerSend")}
      </button>
    </form>
  );
}

/** All that is asked of a household. */
export function RegistrationQuestions(
  props: Asked & {
    fields: { [Name in keyof RegistrationFields]: FieldMetadata<string> };
    /** Below the list of communes, for whoever does not find theirs. */
    communeHelp?: ReactNode;
  },
) {
  const isByAgent = props.by === "agent";
  const t = useT();
  const { fields } = props;
  return (
    <>
      <TextField
        field={fields.name}
        label={t("households.registerName")}
        hint={t("households.registerNameHint")}
      />
      <RadioField
        field={fields.kind}
        label={t(isByAgent ? "helpers.registerKind" : "households.registerKind")}
        options={HOUSEHOLD_KINDS.map((kind) => ({
          value: kind,
          label: t(`households.kind_${kind}`),
        }))}
      />
      <TextField
        field={fields.contactName}
        label={t("households.registerContact")}
        autoComplete={isByAgent ? "off" : "name"}
      />
      {props.provenPhone === null ? (
        <PhoneAndPassword phone={fields.phone} password={isByAgent ? null : fields.password} />
      ) : null}
      <SelectField
        field={fields.communeCode}
        label={t("households.registerCommune")}
        emptyLabel={t("households.registerCommuneChoose")}
        options={props.communes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {props.communeHelp}
      <TextField
        field={fields.addressLine}
        label={t("households.registerAddress")}
        hint={t("households.registerAddressHint")}
      />
      <TextAreaField
        field={fields.story}
        label={t("households.registerStory")}
        hint={t("households.registerStoryHint")}
        optional
      />
      <Agreements consent={fields.consent} terms={fields.termsNumber} {...props} />
    </>
  );
}

function PhoneAndPassword(props: {
  phone: FieldMetadata<string>;
  password: FieldMetadata<string> | null;
}) {
  const t = useT();
  return (
    <>
      <TextField
        field={props.phone}
        label={t("households.registerPhone")}
        hint={t("households.registerPhoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      {props.password === null ? null : (
        <TextField
          field={props.password}
          label={t("households.registerPassword")}
          hint={t("households.registerPasswordHint")}
          type="password"
          autoComplete="new-password"
        />
      )}
    </>
  );
}

/** Data and terms, a box each: a yes to one is none to the other. */
function Agreements(props: {
  consent: FieldMetadata<string>;
  terms: FieldMetadata<string>;
  termsNumber: number | null;
  by?: "household" | "agent";
}) {
  const t = useT();
  const { consent, terms, termsNumber, by } = props;
  const text = t(by === "agent" ? "helpers.registerConsent" : "households.registerConsent");
  return (
    <>
      <ConsentField field={consent} text={text} />
      {termsNumber === null ? null : <TermsTick field={terms} number={termsNumber} />}
    </>
  );
}

function ConsentField({ field, text }: { field: FieldMetadata<string>; text: string }) {
  const t = useT();
  return (
    <div className="my-4">
      {field.errors ? (
        <p id={field.errorId} className="font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <label className="flex min-h-12 cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          id={field.id}
          name="consent"
          className="mt-1"
          defaultChecked={field.initialValue === "on"}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
        />
        <span>{text}</span>
      </label>
    </div>
  );
}
