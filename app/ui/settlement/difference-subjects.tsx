import type { DifferenceRow, DifferenceSubject } from "~/domain/settlement/types-reconciliation";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a difference is about, with the way there; of two lines of the bank both. */
export function DifferenceSubjects({ difference }: { difference: DifferenceRow }) {
  const t = useT();
  const { subject, beside } = difference;
  if (beside !== null && difference.name === "bank_chain") {
    return (
      <>
        <p className="num">
          {t("reconciliation.between", { before: beside.text, after: subject.text })}
        </p>
        <p className="flex flex-wrap gap-x-6">
          {[beside, subject].map((line) => (
            <Way key={line.at} subject={line} />
          ))}
        </p>
      </>
    );
  }
  return (
    <p>
      <Way subject={subject} />
    </p>
  );
}

function Way({ subject }: { subject: DifferenceSubject }) {
  const t = useT();
  const { kind, text, at } = subject;
  const link = (href: string, words: string) => (
    <a className="num inline-flex min-h-12 items-center wrap-anywhere" href={href}>
      {words}
    </a>
  );
  switch (kind) {
    case "line":
      return link(paths.bankLine(at), t("reconciliation.openLine", { text }));
    case "disbursement":
      return link(paths.disbursement(at), text);
    case "return":
      return link(paths.departmentReturn(at), text);
    case "opening":
      return link(paths.bankOpening(), t("reconciliation.seeOpening"));
    case "wallet":
      return (
        <>
          {text} · {link(paths.walletBalances(), t("reconciliation.seeWallets"))}
        </>
      );
    case "order":
    case "household":
    case "other":
      return <span className="num wrap-anywhere">{text}</span>;
  }
}
