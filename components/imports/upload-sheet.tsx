import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, Columns, Stack } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton, type FormAction } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";

type Props = {
  /** the register that the sheet belongs to, and its word */
  register: string;
  title: string;
  action: FormAction;
  /** where the template comes from */
  template: string;
  /** who looks at the result and when it is written */
  hint: string;
  /** how to come to a sheet */
  children: ReactNode;
};

/** A filled-in sheet goes in on the left, the empty one comes from the right. */
export function UploadSheet({ register, title, action, template, hint, children }: Props) {
  return (
    <Columns
      main={
        <Card title={`上传填好的${title}`}>
          <Form action={action}>
            <RequestKey />
            <HiddenField name="register" value={register} />
            <FileField name="file" label="Excel 文件" accept=".xlsx,.xls" hint={hint} />
            <FormActions>
              <SubmitButton>上传并检查</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      }
      side={
        <Card title="还没有表？">
          <Stack>
            <p>{children}</p>
            <form method="get" action={template}>
              <input type="hidden" name="register" value={register} />
              <Button icon="download" wide>
                下载{title}模板
              </Button>
            </form>
          </Stack>
        </Card>
      }
    />
  );
}
