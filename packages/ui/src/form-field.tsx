import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type FormFieldProps = {
  id?: string;
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** The control; spread what is given so that label, hint and error belong to it. */
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ReactNode;
};

/** Label, hint and error around a control of our own. Mantine's inputs bring theirs. */
export function FormField({ id, label, description, error, required, children }: FormFieldProps) {
  const made = useId();
  const field = id ?? made;
  const describedBy = [description ? `${field}-description` : '', error ? `${field}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <Input.Wrapper
      id={field}
      label={label}
      description={description}
      error={error}
      required={required}
      withAsterisk={false}
    >
      {children({
        id: field,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </Input.Wrapper>
  );
}
