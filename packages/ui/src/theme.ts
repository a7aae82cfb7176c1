import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The primary #1F4B7A stands at 7; the tints above serve the dark scheme. */
const harbour: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f2',
  '#b9cfe6',
  '#9cc3eb',
  '#6f9cca',
  '#4a7bae',
  '#2f6094',
  '#1f4b7a',
  '#193d64',
  '#12304f',
];
const brick: MantineColorsTuple = [
  '#fbe9e7',
  '#f6d3cf',
  '#eeaaa3',
  '#ffb4ab',
  '#e5695f',
  '#cf4339',
  '#c0342a',
  '#b3261e',
  '#8f1d17',
  '#6f1510',
];

/** Mantine's greys with our slate in them; 4 is the edge of a field, at least 3 to 1 on its ground. */
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#ebeef2',
  '#dfe4ea',
  '#d5dae1',
  '#7b8695',
  '#6a7686',
  '#566273',
  '#3f4a59',
  '#2b3644',
  '#1b2430',
];
const dark: MantineColorsTuple = [
  '#e8ecf1',
  '#c3ccd7',
  '#a3afbd',
  '#8d9aa9',
  '#7a8796',
  '#323d4a',
  '#232d39',
  '#1a222c',
  '#12181f',
  '#0c1117',
];

/** The dark scheme fills buttons with a light tint, so the words on them are dark there. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--gt-on-solid)' } : colors;
};

const CLOSE = { 'aria-label': 'Close' };

/** Calm, dense where a table is, generous where words are: 15 px body, 4 px grid, 8 px corners, one shadow. */
export const theme = createTheme({
  colors: { harbour, brick, gray, dark },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  fontFamily: 'var(--gt-font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontFamily: 'var(--gt-font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--gt-shadow)',
    sm: 'var(--gt-shadow)',
    md: 'var(--gt-shadow)',
    lg: 'var(--gt-shadow)',
    xl: 'var(--gt-shadow)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--gt-on-solid)' } },
    Radio: { defaultProps: { iconColor: 'var(--gt-on-solid)' } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 }, closeButtonProps: CLOSE },
    },
    // A header inside a dialog would count as a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 }, closeButtonProps: CLOSE } },
    CloseButton: { defaultProps: CLOSE },
    // The placeholder is an element inside role=menu that is no item.
    Menu: {
      defaultProps: { transitionProps: { duration: 80 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300, withArrow: true } },
    Textarea: { defaultProps: { autosize: true, minRows: 3 } },
  },
});

/** Mantine's own variables, bound to our tokens so that one change of a token is seen everywhere. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--gt-panel)',
    '--mantine-color-text': 'var(--gt-ink)',
    '--mantine-color-bright': 'var(--gt-ink)',
    '--mantine-color-dimmed': 'var(--gt-muted)',
    '--mantine-color-placeholder': 'var(--gt-muted)',
    '--mantine-color-anchor': 'var(--gt-primary)',
    '--mantine-color-error': 'var(--gt-red-ink)',
    '--mantine-color-default': 'var(--gt-panel)',
    '--mantine-color-default-hover': 'var(--gt-hover)',
    '--mantine-color-default-color': 'var(--gt-ink)',
    '--mantine-color-default-border': 'var(--gt-edge)',
    '--mantine-color-disabled': 'var(--gt-none-ground)',
    '--mantine-color-disabled-color': 'var(--gt-muted)',
    '--mantine-color-disabled-border': 'var(--gt-line)',
  };
  return { variables: {}, light: shared, dark: shared };
};
