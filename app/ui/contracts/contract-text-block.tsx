import { textLineKind } from "~/domain/contracts/contract-text";

const LINE_CLASSES = {
  title: "block text-center font-semibold",
  heading: "block font-semibold",
  plain: "block",
} as const;

/** The words of a contract as they are, with titles and articles set apart. */
export function ContractText({ text }: { text: string }) {
  return (
    <div
      lang="vi"
      className="card mt-3 px-5 py-4 whitespace-pre-wrap print:border-0 print:p-0 print:text-[10pt]"
    >
      {text
        .trimEnd()
        .split("\n")
        .map((line, i) => (
          // The line's end is part of it, so that what is copied from here is the text.
          <span key={i} className={LINE_CLASSES[textLineKind(line, i)]}>
            {`${line}\n`}
          </span>
        ))}
    </div>
  );
}
