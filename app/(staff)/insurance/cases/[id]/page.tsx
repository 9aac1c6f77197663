import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { authorise } from "@/lib/auth/gate";
import { personOfCase } from "@/lib/insurance/view/queries";

/** From a gap case in the inbox to the person whom it is about. */
export default async function InsuranceCasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("insurance.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  redirect(`/insurance/people/${await personOfCase(permit, id.data)}`);
}
