import { formatPhone } from "~/domain/identity/phone";
import { GroupedDigits } from "~/ui/identity/grouped-digits";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Given = { agentId: string; fullName: string; phone: string; password: string };

/** A password to be told to a helper; this page is the only place where it ever stands. */
export function GivenPassword({ given }: { given: Given }) {
  const t = useT();
  const mark = useMark();
  const { agentId, fullName, phone, password } = given;
  return (
    <>
      <h1 className="text-3xl">{t("helpers.passwordTitle")}</h1>
      <Notice tone="good" title={t("helpers.passwordOnce", { name: mark(fullName, "vi") })} />
      <p className="num mt-4">{t("helpers.passwordPhone", { phone: formatPhone(phone) })}</p>
      <GroupedDigits digits={password} />
      <p className="mt-1 text-soft">{t("helpers.passwordTyping")}</p>
      <p className="mt-6">
        <a className="button button-main" href={paths.helperResult(agentId)}>
          {t("helpers.toHelper")}
        </a>
      </p>
    </>
  );
}
