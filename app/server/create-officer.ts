import { grantAtServer } from "~/domain/flows/grant-at-server.server";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { normalisePhone } from "~/domain/identity/phone";
import { findOfficerByPhone } from "~/domain/identity/queries-officers.server";
import { closeDatabase, databaseFile } from "~/platform/db.server";
import { cleanLine } from "~/platform/typed-text";
import { stateOfFile } from "~db/seeds/prepare-database";

/** `npm run officer`: the first sign-ins of the department, which nobody can make in the browser. */

const HELP = `npm run officer -- --phone 0912345678 --name "Nguyễn Thị A"
npm run officer -- --phone 0912345678 --renew

Makes a sign-in for an officer of the department in the database of DATA_DIR, or gives one who lost the phone or the
password new access, and prints once the password and the code by which they set up their authenticator app within 7
days. Two officers give access to a third in the browser. The server may be running; it must have been started once before.
`;

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function refuse(code: number, sentence: string): number {
  process.stderr.write(sentence);
  return code;
}

async function main(): Promise<number> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const isRenewal = process.argv.includes("--renew");
  const phone = normalisePhone(option("phone") ?? "");
  const fullName = cleanLine(option("name") ?? "");
  if (phone === null || (fullName === "" && !isRenewal)) {
    const needed = isRenewal
      ? "--phone (a Vietnamese mobile number) is needed."
      : "Both --phone (a Vietnamese mobile number) and --name are needed.";
    return refuse(2, `${needed}\n\n${HELP}`);
  }
  if (!["reference", "demo"].includes(stateOfFile(databaseFile()))) {
    return refuse(1, `There is no database at ${databaseFile()} yet: run npm start first.\n`);
  }
  const done = isRenewal ? await renew(phone) : await open(phone, fullName);
  closeDatabase();
  return done;
}

async function open(phone: string, fullName: string): Promise<number> {
  const granted = await grantAtServer({ kind: "open", phone, fullName });
  if (granted.ok) return tell("Sign-in made", phone, granted.value);
  const sentence =
    granted.code === "officer_asked_before"
      ? `An officer has asked for ${phone} already: another one can agree in the browser.\n`
      : `${phone} has a sign-in already.\n`;
  return refuse(1, sentence);
}

async function renew(phone: string): Promise<number> {
  const officer = await findOfficerByPhone(phone);
  if (!officer) return refuse(1, `${phone} is no officer's.\n`);
  if (isDemoSignIn(phone)) return refuse(1, `${phone} is a sample of the demo, for everybody.\n`);
  const reason = "npm run officer";
  const granted = await grantAtServer({ kind: "renew", userId: officer.id, reason });
  if (!granted.ok) return refuse(1, `Not done: ${granted.code}.\n`);
  return tell("Access renewed", phone, granted.value);
}

function tell(what: string, phone: string, given: { password: string; code: string }): number {
  process.stdout.write(`${what}. Phone ${phone}, password ${given.password}, code ${given.code}\n`);
  return 0;
}

process.exitCode = await main();
