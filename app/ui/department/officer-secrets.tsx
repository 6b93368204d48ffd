import { formatPhone } from "~/domain/identity/phone";
import { GRANT_LIFE_DAYS } from "~/domain/identity/officer-grants";
import { GroupedDigits } from "~/ui/identity/grouped-digits";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The first half, told to who asked; this page is the only place where it ever stands. */
export function OfficerPassword(given: { fullName: string; phone: string; password: string }) {
  const t = useT();
  const mark = useMark();
  const name = mark(given.fullName, "vi");
  return (
    <>
      <h1 className="text-3xl">{t("officers.passwordTitle")}</h1>
      <Notice tone="good" title={t("officers.passwordOnce", { name })} />
      <p className="num mt-4">{t("officers.passwordPhone", { phone: formatPhone(given.phone) })}</p>
      <GroupedDigits digits={given.password} />
      <p className="mt-4">{t("officers.passwordThen")}</p>
      <ToOfficers />
    </>
  );
}

/** The second half, told to who agreed. */
export function OfficerCode({ fullName, code }: { fullName: string; code: string }) {
  const t = useT();
  const mark = useMark();
  const name = mark(fullName, "vi");
  return (
    <>
      <h1 className="text-3xl">{t("officers.codeTitle")}</h1>
      <Notice tone="good" title={t("officers.codeOnce", { name })} />
      <GroupedDigits digits={code} />
      <p className="mt-4">{t("officers.codeThen", { days: GRANT_LIFE_DAYS })}</p>
      <ToOfficers />
    </>
  );
}

function ToOfficers() {
  const t = useT();
  return (
    <p className="mt-6">
      <a className="button button-main" href={paths.officers()}>
        {t("officers.toList")}
      </a>
    </p>
  );
}
