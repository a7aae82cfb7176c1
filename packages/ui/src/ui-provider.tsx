import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';

/** Also read by colour-scheme.js of the web app, before the first paint. */
const schemeManager = localStorageColorSchemeManager({ key: 'gt-colour-scheme' });

declare global {
  /** Read by the scroll lock under dialogs when it adds its style element. */
  var __webpack_nonce__: string | undefined;
}

type UiProviderProps = {
  /** The page's Content-Security-Policy nonce; every style element added while running carries it. */
  nonce: string;
  children: ReactNode;
};

/** Theme, colour scheme and style nonce for everything below. */
export function UiProvider({ nonce, children }: UiProviderProps) {
  globalThis.__webpack_nonce__ = nonce;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
