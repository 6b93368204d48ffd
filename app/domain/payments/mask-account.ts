/** `•••• 2345`; of four characters or fewer nothing is shown. */
export function maskAccount(accountNumber: string): string {
  return accountNumber.length > 4 ? `•••• ${accountNumber.slice(-4)}` : "••••";
}
