import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { editDraftAction } from "@/lib/reception/days/actions";
import { draftOf } from "@/lib/reception/days/draft/queries";
import { DraftForm } from "../../_components/draft-form";
import { idIn } from "../../query";

export const metadata = { title: "修改草稿" };

export default async function EditDraftPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.plan");
  const draft = await draftOf(permit, idIn((await params).day));

  return (
    <>
      <PageHead
        title={`修改${draft.monthWord}接待日草稿`}
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: draft.monthWord, href: `/reception/${draft.dayId}` },
          { label: "修改" },
        ]}
      />
      <DraftForm action={editDraftAction} proposal={draft} dayId={draft.dayId} version={draft.version} />
    </>
  );
}
