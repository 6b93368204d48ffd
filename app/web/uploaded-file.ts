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

/** The bytes of all files that a form sent under this name. */
export async function uploadedFiles(form: FormData, name: string): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const one of form.getAll(name)) {
    if (typeof one !== "string" && one.size > 0)
      files.push(new Uint8Array(await one.arrayBuffer()));
  }
  return files;
}
