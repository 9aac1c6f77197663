"use client";

import { FieldFrame, useField, type FieldProps } from "./field-frame";

type FileFieldProps = FieldProps & { accept: string; multiple?: boolean; capture?: boolean };

/** A file to choose. A browser never puts a chosen file back into a refused form, so it is chosen again. */
export function FileField({ accept, multiple, capture, ...props }: FileFieldProps) {
  const field = useField(props, undefined);
  return (
    <FieldFrame {...props} {...field}>
      <input
        {...field.control}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={capture ? "environment" : undefined}
        className="control w-full max-w-prose py-1"
      />
    </FieldFrame>
  );
}
