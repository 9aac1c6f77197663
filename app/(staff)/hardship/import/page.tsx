import type { Metadata } from "next";
import { BatchList } from "@/components/imports/batch-list";
import { UploadSheet } from "@/components/imports/upload-sheet";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { uploadFilesAction } from "@/lib/hardship/import/actions";
import { fileRegister } from "@/lib/hardship/import/registers/queries";
import { listBatches } from "@/lib/imports/queries";

export const metadata: Metadata = { title: "补录纸质台账" };

export default async function FilesImportPage() {
  const permit = await authorise("hardship.import");
  const { name, title } = fileRegister(permit);

  return (
    <>
      <PageHead
        title="补录纸质台账"
        sub="已经批准、纸质台账上还在档的困难职工，一次补进来"
        crumbs={[{ label: "困难职工档案", href: "/hardship" }, { label: "补录纸质台账" }]}
      />
      <UploadSheet
        register={name}
        title="台账"
        action={uploadFilesAction}
        template="/hardship/import/template"
        hint="不超过 10MB。上传后先检查；由负责人（不是上传的人）看过结果再确认，确认前不会写入任何档案。"
      >
        下载模板，一行填一户。自己的台账只要列名一样，也可以直接上传。新申请、返困的不用这张表。
      </UploadSheet>
      <h2 className="mt-6 mb-2 text-head">最近的导入</h2>
      <BatchList batches={await listBatches(permit, [name])} titles={{ [name]: title }} at="/hardship/import" />
    </>
  );
}
