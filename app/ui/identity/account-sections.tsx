import { formatPhone } from "~/domain/identity/phone";
import type { Account } from "~/domain/identity/types";
import { COMPLETE_LANGUAGES, type Language } from "~/platform/language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

export function AccountFacts({ account }: { account: Account }) {
  const t = useT();
  const facts = [
    [t("identity.fullName"), account.fullName],
    [t("identity.phone"), formatPhone(account.phone)],
    [t("identity.role"), t(`identity.role_${account.role}`)],
  ];
  return (
    <dl className="my-4">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap gap-x-4 border-b border-line py-3">
          <dt className="w-40 text-soft">{name}</dt>
          <dd className="num font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A button for each language: no list to open, nothing to type. */
export function LanguageForm({ language }: { language: Language }) {
  const t = useT();
  return (
    <form method="post" action={paths.language()} className="my-6">
      <fieldset>
        <legend className="font-semibold">{t("common.language")}</legend>
        <p className="text-soft">{t("identity.languageHint")}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          {COMPLETE_LANGUAGES.map((one) => (
            <button
              key={one}
              name="language"
              value={one}
              lang={one}
              aria-pressed={one === language}
              className={`button grow ${one === language ? "button-main" : "button-quiet"}`}
            >
              {t(`common.languageName_${one}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
