/** The bytes of the file that a form sent under this name; null when none was chosen. */
export async function uploadedFile(form: FormData, name: string): Promise<Uint8Array | null> {
  const file = form.get(name);
  if (file === null || typeof file === "string" || file.size === 0) return null;
  return new Uint8Array(await file.arrayBuffer());
}

/** A photo that was just taken, or else chosen of those there are; null without one. */
export async function photoOf(form: FormData): Promise<Uint8Array | null> {
  return (await uploadedFile(form, "camera")) ?? uploadedFile(form, "photo");
}
