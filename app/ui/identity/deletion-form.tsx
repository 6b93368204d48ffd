import { useForm } from "@conform-to/react";
import { FormErrors } from "~/ui/primitives/form";
import { TickField } from "~/ui/primitives/tick-field";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PasswordNow } from "./password-now";

const GOES = [1, 2, 3, 4, 5] as const;
const STAYS = [1, 2, 3, 4] as const;

/** What goes and what has to stay, before anything is asked. */
export function DeletionFacts() {
  const t = useT();
  return (
    <>
      <h2 className="mt-6 text-xl">{t("account.deleteGoes")}</h2>
      <ul className="mt-2 list-disc pl-5">
        {GOES.map((number) => (
          <li key={number}>{t(`account.deleteGoes${number}`)}</li>
        ))}
      </ul>
      <h2 className="mt-6 text-xl">{t("account.deleteStays")}</h2>
      <ul className="mt-2 list-disc pl-5">
        {STAYS.map((number) => (
          <li key={number}>{t(`account.deleteStays${number}`)}</li>
        ))}
      </ul>
      <p className="mt-4">{t("account.deleteMind")}</p>
    </>
  );
}

export function DeletionForm(props: {
  isProven: boolean;
  hasCodes: boolean;
  reply: MutationReply | undefined;
}) {
  const { reply, ...shown } = props;
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Record<"password" | "isSure", string>>({
    id: "deletion",
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={paths.deletion()} id={form.id} noValidate className="mt-6">
      <FormErrors form={form} failure={reply?.failure} />
      {reply?.failure?.code.startsWith("account_has_") ? (
        <p>
          <a className="inline-flex min-h-12 items-center" href={paths.orders(language)}>
            {t("account.orders")}
          </a>
        </p>
      ) : null}
      <PasswordNow field={fields.password} next={paths.deletion()} {...shown} />
      <TickField field={fields.isSure} text={t("account.deleteSure")} />
      <button className="button button-danger w-full">{t("account.deleteButton")}</button>
    </form>
  );
}
