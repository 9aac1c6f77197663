import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { authorise } from "@/lib/auth/gate";
import { fileOfCase } from "@/lib/hardship/files/view/queries";

/** From a case in the inbox to the file that it belongs to. */
export default async function HardshipCasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  redirect(`/hardship/${await fileOfCase(permit, id.data)}`);
}
