import { escapeMarkup } from './clean-text.ts';

export type Html = { html: string };
export const raw = (html: string): Html => ({ html });

/** Escapes every value but what is already `Html`: text of people cannot become markup. */
export function h(strings: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const parts = strings.flatMap((part, index) => {
    const value = values[index];
    if (value === undefined) return [part];
    if (Array.isArray(value)) return [part, ...value.map((item) => item.html)];
    return [part, typeof value === 'object' ? value.html : escapeMarkup(String(value))];
  });
  return raw(parts.join(''));
}

/** A table that scrolls by itself where the page is narrow; the first cell of each row is its header. */
export function wideTable(label: string, headers: readonly string[], rows: readonly Html[][]): Html {
  const head = headers.map((header) => h`<th scope="col">${header}</th>`);
  const body = rows.map(
    ([first = raw(''), ...rest]) =>
      h`<tr><th scope="row">${first}</th>${rest.map((cell) => h`<td>${cell}</td>`)}</tr>`,
  );
  return h`<div class="wide" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
