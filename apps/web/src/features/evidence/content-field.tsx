import { LongText } from '@gt/ui';
import { TextInput } from '@mantine/core';

type ContentFieldProps = {
  form: 'NOTE' | 'LINK';
  value: string;
  error: string | undefined;
  limit: number;
  onChange: (value: string) => void;
};

/** The words of a note, or the address of a link. */
export function ContentField({ form, value, error, limit, onChange }: ContentFieldProps) {
  if (form === 'NOTE') {
    return (
      <LongText
        id="content"
        label="Note"
        description="What was seen or heard, and when. Do not name a child."
        autosize
        minRows={4}
        limit={limit}
        data-autofocus
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      id="content"
      type="url"
      inputMode="url"
      label="Address"
      description="It begins with https://. A pack names a link and cannot hold what is behind it: upload the file where you can."
      maxLength={limit}
      data-autofocus
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
