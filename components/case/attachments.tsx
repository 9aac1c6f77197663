import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { Sub } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { checkOriginalAction, voidAttachmentAction } from "@/lib/cases/attachments/actions";
import type { AttachmentLine } from "@/lib/cases/attachments/queries";

/** What was handed in: the file is a download, 原件已核验 says whether somebody has held the original in the hand. */
export function AttachmentList({
  attachments,
  mayCheck,
  mayVoid,
}: {
  attachments: readonly AttachmentLine[];
  mayCheck: boolean;
  mayVoid: boolean;
}) {
  if (attachments.length === 0) return <p className="text-ink-3">还没有上传材料</p>;

  return (
    <ul className="grid gap-3">
      {attachments.map((one) => (
        <li key={one.id} className="grid gap-1">
          <span className="flex flex-wrap items-center gap-x-3">
            <span>{one.word}</span>
            {one.mayOpen ? (
              <TextLink href={`/attachments/${one.id}`}>{one.name}</TextLink>
            ) : (
              <span className="text-ink-3">{one.voidReason ? one.name : "您不能打开"}</span>
            )}
            {one.voidReason && <Tag>已作废</Tag>}
          </span>
          <Sub>
            {one.at} · {one.kilobytes} KB
            {one.originalSeenOn && ` · 原件已核验 ${one.originalSeenOn} ${one.originalSeenBy ?? ""}`}
            {one.voidReason && ` · ${one.voidReason}`}
          </Sub>
          {one.mayOpen && mayCheck && !one.originalSeenOn && one.kind !== "SIGNATURE" && (
            <Form action={checkOriginalAction} look="inline">
              <HiddenField name="attachmentId" value={one.id} />
              <SubmitButton tone="outline" small>
                原件已核验
              </SubmitButton>
            </Form>
          )}
          {one.mayOpen && mayVoid && (
            <FoldedForm summary="作废" action={voidAttachmentAction} formLook="inline">
              <HiddenField name="attachmentId" value={one.id} />
              <TextField name="reason" label="作废原因" width="medium" maxLength={200} />
              <SubmitButton tone="danger">作废这份材料</SubmitButton>
            </FoldedForm>
          )}
        </li>
      ))}
    </ul>
  );
}
