import { randomBytes } from "node:crypto";

/** Asks for a one-time code in a demo; answers the path of the page on which its digits are typed. */
export async function askForCode(origin: string, phone: string): Promise<string> {
  const ask = `pcd_${randomBytes(16).toString("hex")}`;
  const answer = await fetch(`${origin}/sign-in/code`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ phone, ask }),
  });
  const path = answer.headers.get("Location");
  if (path === null) throw new Error(`no code for ${phone}: ${answer.status}`);
  return path;
}
