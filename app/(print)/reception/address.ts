import { notFound } from "next/navigation";
import { z } from "zod";

/** An id from the address; a hand-made one is not found. */
export function idIn(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) notFound();
  return id.data;
}
