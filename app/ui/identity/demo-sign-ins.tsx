import { DEMO_PASSWORD, DEMO_SIGN_INS } from "~/domain/identity/demo-sign-ins";
import { formatPhone } from "~/domain/identity/phone";
import { useT } from "~/ui/site";

/** One press for each role; shown in demo mode only. */
export function DemoSignIns({ action }: { action: string }) {
  const t = useT();
  return (
    <section aria-labelledby="demo-sign-ins" className="rounded-lg bg-honey-tint px-5 py-4">
      <h2 id="demo-sign-ins" className="text-xl">
        {t("identity.demoTitle")}
      </h2>
      <p className="mt-1">{t("identity.demoText")}</p>
      <ul className="mt-3">
        {DEMO_SIGN_INS.map(({ role, phone }) => (
          <li key={phone} className="border-t border-line py-3">
            <form method="post" action={action} className="flex items-center justify-between gap-3">
              <input type="hidden" name="phone" value={phone} />
              <input type="hidden" name="password" value={DEMO_PASSWORD} />
              <p>
                <span className="block font-semibold">{t(`identity.role_${role}`)}</span>
                <span className="num">{formatPhone(phone)}</span>
              </p>
              <button className="button button-quiet shrink-0">
                {t("identity.demoEnter")}
                <span className="sr-only"> {t(`identity.role_${role}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p>{t("identity.demoPassword", { password: DEMO_PASSWORD })}</p>
    </section>
  );
}
