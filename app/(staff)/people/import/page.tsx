import type { Metadata } from "next";
import { BatchList } from "@/components/imports/batch-list";
import { Button } from "@/components/ui/button";
import { Card, Columns, Stack } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
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
      <Columns
        main={
          <Card title={`上传填好的${chosen?.title ?? "表"}`}>
            <Form action={uploadSheetAction}>
              <RequestKey />
              <HiddenField name="register" value={chosen?.name ?? ""} />
              <FileField
                name="file"
                label="Excel 文件"
                accept=".xlsx,.xls"
                hint="不超过 10MB、2 万行。上传后先检查，您看过结果再确认，确认前不会写入任何档案。"
              />
              <FormActions>
                <SubmitButton>上传并检查</SubmitButton>
              </FormActions>
            </Form>
          </Card>
        }
        side={
          <Card title="还没有表？">
            <Stack>
              <p>
                下载模板，按第二页“填写说明”填好。红色带 * 的列，新增人员必须填。自己的表只要列名一样，也可以直接上传。
              </p>
              <form method="get" action="/people/import/template">
                <input type="hidden" name="register" value={chosen?.name ?? ""} />
                <Button icon="download" wide>
                  下载{chosen?.title}模板
                </Button>
              </form>
            </Stack>
          </Card>
        }
      />
      <h2 className="mt-6 mb-2 text-head">最近的导入</h2>
      <BatchList
        batches={await listBatches(permit, names)}
        titles={Object.fromEntries(registers.map(({ name, title }) => [name, title]))}
        at="/people/import"
      />
    </>
  );
}
