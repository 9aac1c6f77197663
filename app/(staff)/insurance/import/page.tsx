import type { Metadata } from "next";
import { BatchList } from "@/components/imports/batch-list";
import { UploadSheet } from "@/components/imports/upload-sheet";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { uploadListAction } from "@/lib/insurance/import/actions";
import { listRegister } from "@/lib/insurance/import/registers/queries";
import { listBatches } from "@/lib/imports/queries";

export const metadata: Metadata = { title: "导入经办机构名单" };

export default async function ListImportPage() {
  const permit = await authorise("insurance.import");
  const { name, title } = listRegister(permit);

  return (
    <>
      <PageHead
        title="导入经办机构名单"
        sub="经办机构、派遣公司每月的参保名单，导进来和系统里的逐人比对"
        crumbs={[
          { label: "社会保险", href: "/insurance" },
          { label: "名单核对", href: "/insurance/differences" },
          { label: "导入" },
        ]}
      />
      <UploadSheet
        register={name}
        title="名单"
        action={uploadListAction}
        template="/insurance/import/template"
        hint="不超过 10MB。上传后先检查，看过结果再确认；名单不会改动任何人的参保登记。"
      >
        下载模板，一行填一人。经办机构导出的名单只要列名一样，也可以直接上传。身份证号只用来对人，系统里不保存。
      </UploadSheet>
      <h2 className="mt-6 mb-2 text-head">最近的导入</h2>
      <BatchList batches={await listBatches(permit, [name])} titles={{ [name]: title }} at="/insurance/import" />
    </>
  );
}
