import type { Metadata } from "next";
import { BatchList } from "@/components/imports/batch-list";
import { UploadSheet } from "@/components/imports/upload-sheet";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { authorise } from "@/lib/auth/gate";
import { listBatches } from "@/lib/imports/queries";
import { uploadSheetAction } from "@/lib/people/import/actions";
import { listRegisters } from "@/lib/people/import/registers/queries";

export const metadata: Metadata = { title: "从Excel导入" };

export default async function ImportPage({ searchParams }: PageProps<"/people/import">) {
  const permit = await authorise("people.import");
  const { register } = await searchParams;
  const registers = listRegisters(permit);
  const chosen = registers.find(({ name }) => name === register) ?? registers[0];
  const names = registers.map(({ name }) => name);

  return (
    <>
      <PageHead title="从Excel导入" crumbs={[{ label: "职工", href: "/people" }, { label: "从Excel导入" }]} />
      {registers.length > 1 && (
        <Tabs
          label="导入哪一种"
          items={registers.map(({ name, title }) => ({
            label: title,
            href: `/people/import?register=${name}`,
            current: name === chosen?.name,
          }))}
        />
      )}
      <UploadSheet
        register={chosen?.name ?? ""}
        title={chosen?.title ?? "表"}
        action={uploadSheetAction}
        template="/people/import/template"
        hint="不超过 10MB、2 万行。上传后先检查，您看过结果再确认，确认前不会写入任何档案。"
      >
        下载模板，按第二页“填写说明”填好。红色带 * 的列，新增人员必须填。自己的表只要列名一样，也可以直接上传。
      </UploadSheet>
      <h2 className="mt-6 mb-2 text-head">最近的导入</h2>
      <BatchList
        batches={await listBatches(permit, names)}
        titles={Object.fromEntries(registers.map(({ name, title }) => [name, title]))}
        at="/people/import"
      />
    </>
  );
}
