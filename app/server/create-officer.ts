import { recordAction } from "~/domain/audit/record-action.server";
import { SYSTEM } from "~/domain/audit/actor";
import { createUser } from "~/domain/identity/create-user.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { normalisePhone } from "~/domain/identity/phone";
import { closeDatabase, databaseFile, inTransaction } from "~/platform/db.server";
import { cleanLine } from "~/platform/typed-text";
import { stateOfFile } from "~db/seeds/prepare-database";

/** `npm run officer`: the first sign-in of the department, which nobody can make in the browser. */

const HELP = `npm run officer -- --phone 0912345678 --name "Nguyễn Thị A"

Makes a sign-in for an officer of the department in the database of DATA_DIR and prints its password once.
The server may be running; it must have been started once before.
`;

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const phone = normalisePhone(option("phone") ?? "");
  const fullName = cleanLine(option("name") ?? "");
  if (phone === null || fullName === "") {
    process.stderr.write(
      `Both --phone (a Vietnamese mobile number) and --name are needed.\n\n${HELP}`,
    );
    return 2;
  }
  if (!["reference", "demo"].includes(stateOfFile(databaseFile()))) {
    process.stderr.write(`There is no database at ${databaseFile()} yet: run npm start first.\n`);
    return 1;
  }
  const { password, passwordHash } = await givenPassword();
  const created = await inTransaction(async (tx) => {
    const user = await createUser(tx, {
      phone,
      fullName,
      passwordHash,
      phoneProvenAt: null,
      role: "department_officer",
      language: "vi",
    });
    if (!user.ok) return user;
    const subject = { kind: "user", id: user.value.userId } as const;
    await recordAction(tx, { actor: SYSTEM, action: "officer.create", subject });
    return user;
  });
  closeDatabase();
  if (!created.ok) {
    process.stderr.write(`${phone} has a sign-in already.\n`);
    return 1;
  }
  process.stdout.write(`Sign-in made. Phone ${phone}, password ${password}\n`);
  return 0;
}

process.exitCode = await main();
